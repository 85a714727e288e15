import { expect, test, vi } from 'vitest';
import { createQuietBatch } from '../../../../../electron/features/updates/watch/quiet-batch.ts';
import { createManualClock } from './manual-clock.ts';

function setUp(): {
  clock: ReturnType<typeof createManualClock>;
  waiting: ReturnType<typeof vi.fn>;
  quiet: ReturnType<typeof vi.fn>;
  batch: ReturnType<typeof createQuietBatch>;
} {
  const clock = createManualClock();
  const waiting = vi.fn<(paths: number) => void>();
  const quiet = vi.fn<(folders: string[]) => void>();
  return { clock, waiting, quiet, batch: createQuietBatch({ quietMs: 10_000, clock, waiting, quiet }) };
}

test('folders are handed over together when nothing has happened for the quiet time', () => {
  const { clock, quiet, batch } = setUp();
  batch.add('lib/a.py', ['lib']);
  batch.add('lib/b.py', ['lib']);
  batch.add('c.py', ['']);
  clock.advance(9_999);
  expect(quiet).not.toHaveBeenCalled();
  clock.advance(1);
  expect(quiet.mock.calls).toEqual([[['', 'lib']]]);
  expect(clock.pending()).toBe(0);
});

test('each new event starts the quiet time again, however long that goes on', () => {
  const { clock, quiet, batch } = setUp();
  for (let minute = 0; minute < 60; minute += 1) {
    batch.add(`file-${minute}.py`, ['']);
    clock.advance(9_000);
  }
  expect(quiet).not.toHaveBeenCalled();
  clock.advance(1_000);
  expect(quiet).toHaveBeenCalledOnce();
});

test('what waits is told at once, each path once, and that nothing waits any more', () => {
  const { clock, waiting, batch } = setUp();
  batch.add('a.py', ['']);
  batch.add('a.py', ['']);
  batch.add('b.py', ['']);
  expect(waiting.mock.calls).toEqual([[1], [2]]);
  clock.advance(10_000);
  expect(waiting.mock.lastCall).toEqual([0]);
});

test('dropped folders are not handed over', () => {
  const { clock, quiet, batch } = setUp();
  batch.add('a.py', ['']);
  batch.drop();
  clock.advance(60_000);
  expect(quiet).not.toHaveBeenCalled();
  expect(clock.pending()).toBe(0);
});

test('a clock that is set back does not make the set wait for ever', () => {
  const { clock, quiet, batch } = setUp();
  batch.add('a.py', ['']);
  const real = clock.now();
  vi.spyOn(clock, 'now').mockReturnValue(real - 86_400_000);
  clock.advance(10_000);
  expect(quiet).toHaveBeenCalledOnce();
});
