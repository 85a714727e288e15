import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock, type Clock } from '../../../electron/kernel/clock.ts';
import { createWorkspaceLock, type WorkspaceLock } from '../../../electron/kernel/workspace-lock.ts';

let folder: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightguard-lock-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const lockFile = (): string => join(folder, 'apply.lock');
const noteFile = (): string => join(folder, 'apply.holder.json');
const lock = (door = 'library', clock: Clock = systemClock, at = folder): WorkspaceLock => createWorkspaceLock(at, door, clock);
const once0 = { waitMs: 0 };

/** Another process that has the lock until it is killed. */
async function anotherHolder(): Promise<ChildProcess> {
  const script = `
    const { createWorkspaceLock } = await import(${JSON.stringify(new URL('../../../electron/kernel/workspace-lock.ts', import.meta.url).href)});
    const { systemClock } = await import(${JSON.stringify(new URL('../../../electron/kernel/clock.ts', import.meta.url).href)});
    await createWorkspaceLock(${JSON.stringify(folder)}, 'terminal', systemClock).acquire('update', { waitMs: 0 });
    console.log('held');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  const end = once(child, 'exit');
  child.kill('SIGKILL');
  await end;
}

test('two guardians of one process exclude each other, and the second is told who is at work', async () => {
  const release = await lock('desktop').acquire('update', once0);
  await expect(lock('terminal').acquire('prune', once0)).rejects.toMatchObject({
    code: 'locked',
    message: expect.stringContaining(`desktop, process ${process.pid}`),
  });
  release();
  (await lock('terminal').acquire('prune', once0))();
});

test('a lock file that is deleted while it is held lets no second guardian of the same process in', async () => {
  const release = await lock('desktop').acquire('update', once0);
  rmSync(lockFile());
  await expect(lock('terminal').acquire('update', once0)).rejects.toMatchObject({ code: 'locked' });
  // Nor by another name of the folder.
  symlinkSync(folder, `${folder}-link`);
  try {
    await expect(lock('terminal', systemClock, `${folder}-link`).acquire('update', once0)).rejects.toMatchObject({
      code: 'locked',
    });
  } finally {
    rmSync(`${folder}-link`);
  }
  release();
  (await lock().acquire('update', once0))();
});

test('a lock file that is deleted while another process holds it does not let us in before that process has ended', async () => {
  const child = await anotherHolder();
  await expect(lock().acquire('update', once0)).rejects.toMatchObject({ code: 'locked' });
  rmSync(lockFile());
  for (let attempt = 0; attempt < 2; attempt += 1) {
    await expect(lock().acquire('update', once0)).rejects.toMatchObject({
      code: 'locked',
      message: expect.stringMatching(new RegExp(`terminal, process ${child.pid}.*remove .*apply\\.holder\\.json`)),
    });
  }
  await killed(child);
  (await lock().acquire('update', once0))();
});

test('a process that was killed leaves no lock behind, even when its id belongs to another process now', async () => {
  const child = await anotherHolder();
  await killed(child);
  const note = JSON.parse(readFileSync(noteFile(), 'utf8')) as object;
  // The very lock file that the note names is ours then: nobody else can have it.
  writeFileSync(noteFile(), JSON.stringify({ ...note, pid: process.ppid, start: null }));
  (await lock().acquire('update', once0))();
  expect(existsSync(noteFile())).toBe(false);
});

test.runIf(process.platform === 'linux')(
  'the note of a process that is gone does not count for a later one of its id',
  async () => {
    const note = { pid: process.ppid, door: 'terminal', act: 'update', since: 1, file: '1:1', start: '0' };
    writeFileSync(noteFile(), JSON.stringify(note));
    (await lock().acquire('update', once0))();
  },
);

test.each(['', '{', '[]', '{"pid":"x"}', '{"pid":-1,"door":"d","act":"a","since":0}'])(
  'a note that says %j locks nobody out',
  async (text) => {
    writeFileSync(noteFile(), text);
    (await lock().acquire('update', once0))();
  },
);

test('a lock whose note could not be written is given back', async () => {
  mkdirSync(noteFile());
  await expect(lock().acquire('update', once0)).rejects.toMatchObject({ code: 'locked' });
  rmSync(noteFile(), { recursive: true });
  (await lock().acquire('update', once0))();
});

test('a lock whose note cannot be removed is given back all the same, once', async () => {
  const release = await lock().acquire('update', once0);
  rmSync(noteFile());
  mkdirSync(join(noteFile(), 'in the way'), { recursive: true });
  release();
  rmSync(noteFile(), { recursive: true });
  const again = await lock().acquire('update', once0);
  release();
  await expect(lock().acquire('update', once0)).rejects.toMatchObject({ code: 'locked' });
  again();
});

test.runIf(existsSync('/dev/full'))('a full disk is said to be one', async () => {
  symlinkSync('/dev/full', noteFile());
  await expect(lock().acquire('update', once0)).rejects.toMatchObject({ code: 'disk-full' });
  rmSync(noteFile());
  (await lock().acquire('update', once0))();
});

test('a clock that is set back or forward does not change how long one waits', async () => {
  const release = await lock().acquire('update', once0);
  let now = Date.now();
  let sleeps = 0;
  const jumping = (by: number): Clock => ({
    ...systemClock,
    now: () => (now += by),
    sleep: () => {
      sleeps += 1;
      if (sleeps === 3) release();
      return systemClock.sleep(5);
    },
  });
  await expect(lock('library', jumping(-3_600_000)).acquire('update', { waitMs: 1 })).rejects.toMatchObject({ code: 'locked' });
  (await lock('library', jumping(86_400_000)).acquire('update', { waitMs: 60_000 }))();
  expect(sleeps).toBe(3);
});

test('an abort ends the waiting', async () => {
  const release = await lock().acquire('update', once0);
  const controller = new AbortController();
  const onWait = (): void => controller.abort();
  await expect(lock().acquire('prune', { waitMs: 60_000, signal: controller.signal, onWait })).rejects.toMatchObject({
    code: 'cancelled',
  });
  release();
});
