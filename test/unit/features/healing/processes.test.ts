import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { isAlive } from '../../../../electron/kernel/process-identity.ts';
import { createHealingRoom, nextLook, type HealingRoom } from './healing-room.ts';

let room: HealingRoom;
const strays: number[] = [];
afterEach(async () => {
  await room.dispose();
  for (const pid of strays.splice(0)) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
});

/** Waits for a line on its standard input's file before each step, so that the test decides when it leaks. */
const LEAK = `
import os, sys, time
kept = []
steps = 0
while True:
    try:
        wanted = int(open('steps.txt').read() or 0)
    except (OSError, ValueError):
        wanted = 0
    while steps < wanted:
        kept.append(bytearray(os.urandom(1024)) * 1024 * 4)
        steps += 1
    open('done.%d.txt' % os.getpid(), 'w').write(str(steps))
    time.sleep(0.01)
`;

const processes = (...all: Record<string, unknown>[]) => ({ processes: all, directories: [] });

test('a Python process that really leaks is found by its baseline and restarted, and the new one is well', async () => {
  room = createHealingRoom(processes({ name: 'worker', start: 'python3 leak.py', memoryMb: 40 }), { 'leak.py': LEAK });
  const healing = room.open();
  healing.attend();
  await nextLook(healing, room.clock);
  const worker = () => healing.report()?.processes[0];
  const first = worker()?.pid ?? 0;
  expect(worker()).toMatchObject({ state: 'running', restarts: 1 });
  await expect.poll(() => existsSync(join(room.workspace, `done.${first}.txt`)), { timeout: 10_000 }).toBe(true);
  for (let look = 0; look < 20; look += 1) await nextLook(healing, room.clock);
  expect(worker()).toMatchObject({ pid: first, state: 'running' });
  writeFileSync(join(room.workspace, 'steps.txt'), '15');
  await expect.poll(() => readFileSync(join(room.workspace, `done.${first}.txt`), 'utf8'), { timeout: 10_000 }).toBe('15');
  writeFileSync(join(room.workspace, 'steps.txt'), '0');
  await nextLook(healing, room.clock);
  expect(worker()).toMatchObject({ pid: first, state: 'leaking' });
  expect(healing.problems()).toEqual([]);
  await nextLook(healing, room.clock);
  expect(healing.report()?.treatments).toMatchObject([{ check: 'process.worker.memory', result: 'healed' }]);
  expect(isAlive(first)).toBe(false);
  await nextLook(healing, room.clock);
  expect(worker()).toMatchObject({ state: 'running', restarts: 2 });
  expect(worker()?.pid).not.toBe(first);
  expect(room.acts()).toMatchObject([
    { type: 'healing.restart', target: 'worker', result: 'done' },
    { type: 'healing.restart', target: 'worker', result: 'done' },
  ]);
  const state = JSON.parse(readFileSync(join(room.workspace, 'knowledge/system_state.json'), 'utf8')) as {
    self_healing: { memory_status: { warnings: unknown[] } };
  };
  expect(state.self_healing.memory_status.warnings).toMatchObject([{ process: 'worker', threshold_mb: 40 }]);
  const second = worker()?.pid ?? 0;
  await healing.dispose();
  expect(isAlive(second)).toBe(false);
});

test('a process that crashes at start is tried five times with growing pauses, given up, and escalated; a restart of Nightguard changes nothing', async () => {
  room = createHealingRoom(processes({ name: 'broken', start: 'echo x >> starts.txt; exit 1' }));
  const healing = room.open();
  healing.attend();
  const starts = (): number => readFileSync(join(room.workspace, 'starts.txt'), 'utf8').trim().split('\n').length;
  for (let look = 0; look < 30; look += 1) await nextLook(healing, room.clock);
  // The first start is none of the five attempts.
  expect(starts()).toBe(6);
  expect(healing.issues()).toMatchObject([{ id: 'process.broken.runs', severity: 'CRITICAL', givenUp: true, attempts: 5 }]);
  expect(healing.problems()).toMatchObject([{ code: 'health-degraded', severity: 'harm' }]);
  await healing.dispose();
  const again = room.open();
  expect((await again.heal()).issues).toMatchObject([{ id: 'process.broken.runs', givenUp: true }]);
  expect(starts()).toBe(6);
});

test('a pid file that names a later process of the same id is not believed', async () => {
  room = createHealingRoom(processes({ name: 'daemon', pidFile: 'run/daemon.pid' }), { 'run/daemon.pid': '999999999\n' });
  const healing = room.open();
  expect((await healing.heal()).processes).toMatchObject([{ state: 'not-running' }]);
  const child = spawn('sleep', ['300'], { stdio: 'ignore' });
  strays.push(child.pid ?? 0);
  writeFileSync(join(room.workspace, 'run/daemon.pid'), `${child.pid}\n`);
  expect((await healing.heal()).processes).toMatchObject([{ state: 'running', pid: child.pid }]);
  const { utimesSync } = await import('node:fs');
  utimesSync(join(room.workspace, 'run/daemon.pid'), 1000, 1000);
  const { processes: found, checks } = await healing.heal();
  expect(found).toMatchObject([{ state: 'not-running' }]);
  expect(checks.find(({ id }) => id === 'process.daemon.runs')?.details).toContain('another one');
});

test('a process is found by its command line, and a signal is what restarts it where the settings say so', async () => {
  const mark = `nightguard-test-${process.pid}-${Date.now()}`;
  room = createHealingRoom(processes({ name: 'tagged', match: `python3*${mark}`, restartSignal: 'SIGTERM', memoryMb: 40 }), {
    'leak.py': LEAK,
  });
  const child = spawn('python3', ['leak.py', mark], { cwd: room.workspace, stdio: 'ignore' });
  strays.push(child.pid ?? 0);
  await expect.poll(() => existsSync(join(room.workspace, `done.${child.pid}.txt`)), { timeout: 10_000 }).toBe(true);
  const healing = room.open();
  healing.attend();
  for (let look = 0; look < 20; look += 1) await nextLook(healing, room.clock);
  expect(healing.report()?.processes).toMatchObject([{ state: 'running', pid: child.pid }]);
  writeFileSync(join(room.workspace, 'steps.txt'), '15');
  await expect.poll(() => readFileSync(join(room.workspace, `done.${child.pid}.txt`), 'utf8'), { timeout: 10_000 }).toBe('15');
  await nextLook(healing, room.clock);
  const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  await nextLook(healing, room.clock);
  expect(await ended).toBe('SIGTERM');
});

test('what the law does not allow is not done, and said', async () => {
  room = createHealingRoom(processes({ name: 'worker', start: 'sleep 300' }));
  room.gate({ verdict: 'deny', reason: 'nobody restarts anything' });
  const healing = room.open();
  healing.attend();
  await nextLook(healing, room.clock);
  expect(healing.report()?.treatments).toMatchObject([{ result: 'not-allowed' }]);
  expect(healing.report()?.processes).toMatchObject([{ state: 'not-running' }]);
});

test('a command that looks once starts no process that would end with it', async () => {
  room = createHealingRoom(processes({ name: 'worker', start: 'touch started.txt' }));
  await room.open().heal();
  expect(existsSync(join(room.workspace, 'started.txt'))).toBe(false);
});
