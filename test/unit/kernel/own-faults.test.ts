import { expect, test } from 'vitest';
import { createOwnFaults } from '../../../electron/kernel/own-faults.ts';

const lines: string[] = [];
const log = { write: (_level: string, what: string) => void lines.push(what) };

test('an error of our own is logged and recorded; one while it is recorded is only logged, so that nothing loops', async () => {
  const recorded: unknown[] = [];
  const fault = createOwnFaults(async (error) => {
    recorded.push(error);
    // The recording itself fails, and tells of it in the same way.
    await fault(new Error('inner'));
    throw new Error('disk full');
  }, log);
  await fault(new Error('outer'));
  expect(recorded).toMatchObject([{ message: 'outer' }]);
  expect(lines).toEqual([
    'an error that nobody caught',
    'an error that nobody caught',
    'an error of our own could not be recorded',
  ]);
});

test('a storm of them is recorded a few times and then only logged, and a log that fails stops nobody', async () => {
  let recorded = 0;
  const broken = {
    write: () => {
      throw new Error('no space left');
    },
  };
  const fault = createOwnFaults(() => Promise.resolve((recorded += 1)), broken);
  for (let time = 0; time < 100; time += 1) await fault('again');
  expect(recorded).toBe(20);
});
