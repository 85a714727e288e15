import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nextPause, wasMeant } from '../../../../electron/terminal/supervise/back-off.ts';
import { createCliRoom, ended, said, type CliRoom } from '../../terminal/cli-room.ts';

let room: CliRoom;
beforeEach(() => {
  room = createCliRoom();
  room.configure('  quietSeconds: 0\nhealing:\n  watchdog: {beatSeconds: 1, hungSeconds: 3}\n');
});
afterEach(() => room.dispose());

/** The process that gives a sign of life now; 0 while there is none. */
function guardian(): number {
  const folder = join(room.workspace, '.nightguard/heartbeats');
  try {
    const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.json'));
    return (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { pid: number }).pid;
  } catch {
    // Not begun yet, or just being written.
    return 0;
  }
}

test.each([
  ['killed', 'SIGKILL', 'crashed', 'ended by SIGKILL'],
  ['stopped for good', 'SIGSTOP', 'hung', 'no sign of life'],
] as const)('a guardian that is %s is started again, and the next one tells', async (_, signal, what, detail) => {
  const supervisor = room.start(['watch', '--supervised', '--json']);
  const end = ended(supervisor);
  await said(supervisor, '"started"');
  await expect.poll(guardian, { timeout: 15_000 }).toBeGreaterThan(0);
  const first = guardian();
  process.kill(first, signal);
  await expect.poll(() => ![0, first].includes(guardian()), { timeout: 25_000 }).toBe(true);
  const { value } = await room.json(['status']);
  expect(value).toMatchObject({
    problems: expect.arrayContaining([
      expect.objectContaining({
        code: 'guardian-restarted',
        severity: 'notice',
        detail: expect.stringContaining(detail) as string,
      }),
    ]) as unknown,
  });
  expect(readFileSync(join(room.workspace, '.nightguard/watchdog.log'), 'utf8')).toContain(`The guardian ${what}`);
  supervisor.kill('SIGTERM');
  expect((await end).code).toBe(143);
  expect(guardian()).toBe(0);
});

test('a usage error or an orderly end is no crash', async () => {
  expect([0, 64, 130, 143].every((code) => wasMeant(code, null))).toBe(true);
  expect([1, 70, 139].some((code) => wasMeant(code, null))).toBe(false);
  expect(wasMeant(null, 'SIGKILL')).toBe(false);
});

test('pauses double up to five minutes, never end, and begin anew after a good time', () => {
  let pause: number | null = null;
  const pauses = Array.from({ length: 12 }, () => (pause = nextPause(pause, 500)));
  expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000, 300_000, 300_000]);
  expect(nextPause(300_000, 3_600_000)).toBe(1000);
});
