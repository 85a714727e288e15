import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { WatcherState } from '../../../../../shared/model/snapshot.ts';
import { defaultSettings } from '../../../../../shared/model/settings.ts';
import { silentLog } from '../../../../../electron/kernel/ports/log.ts';
import { writeMarker } from '../../../../../electron/features/updates/survey/root-marker.ts';
import {
  createCoreWatcher,
  type CoreWatcher,
  type FullScanReason,
} from '../../../../../electron/features/updates/watch/core-watcher.ts';
import type { openFileEvents } from '../../../../../electron/features/updates/watch/file-events.ts';
import { createManualClock, type ManualClock } from './manual-clock.ts';

let root: string;
let core: string;
let clock: ManualClock;
let watcher: CoreWatcher;
let changed: string[][];
let waiting: number[];
let states: WatcherState['state'][];
let scans: FullScanReason[];

const QUIET_MS = 10_000;
const put = (path: string, content = 'x'): void => {
  mkdirSync(join(core, path, '..'), { recursive: true });
  writeFileSync(join(core, path), content);
};
const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 8000, interval: 10 });
const heard = (count: number): Promise<void> => eventually(() => expect(waiting.at(-1) ?? 0).toBeGreaterThanOrEqual(count));
const afterQuiet = (): string[] => {
  clock.advance(QUIET_MS);
  return changed.flat();
};

async function start(openEvents?: typeof openFileEvents): Promise<void> {
  [changed, waiting, states, scans] = [[], [], [], []];
  const { include } = defaultSettings().updates;
  watcher = createCoreWatcher(
    { source: core, workspace: root, include, exclude: ['drafts/'], quietMs: QUIET_MS, clock, log: silentLog },
    {
      changed: (folders) => changed.push(folders),
      waiting: (paths) => waiting.push(paths),
      stateChanged: (state) => states.push(state.state),
      needsFullScan: (reason) => scans.push(reason),
    },
    openEvents,
  );
  await watcher.ready;
}

beforeEach(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'nightguard-watch-')));
  core = join(root, 'Core');
  clock = createManualClock(Date.now());
  put('lib/a.py');
  put('lib/deep/b.py');
  writeMarker(core);
  await start();
});
afterEach(async () => {
  await watcher.dispose();
  rmSync(root, { recursive: true, force: true });
});

test('asks for one full scan when it begins to hear, and has no timer while nothing happens', () => {
  expect(scans).toEqual(['started']);
  expect(watcher.state().state).toBe('watching');
  expect(clock.pending()).toBe(0);
});

test('tells the folders of new, changed and removed files after the quiet time', async () => {
  put('lib/a.py', 'changed');
  put('top.md');
  rmSync(join(core, 'lib/deep/b.py'));
  await heard(3);
  expect(changed).toEqual([]);
  expect(afterQuiet()).toEqual(['', 'lib', 'lib/deep']);
  expect(clock.pending()).toBe(0);
});

test('tells of new folders with what is in them, and of removed ones', async () => {
  put('fresh/er/c.py');
  rmSync(join(core, 'lib'), { recursive: true });
  await eventually(() => expect(waiting.at(-1)).toBeGreaterThanOrEqual(7));
  expect(afterQuiet()).toEqual(expect.arrayContaining(['', 'fresh', 'fresh/er', 'lib', 'lib/deep']));
});

test('a name in NFD is told as its NFC key', async () => {
  put(`${'지식'.normalize('NFD')}/a.md`);
  await heard(2);
  expect(afterQuiet()).toContain('지식'.normalize('NFC'));
});

test('what takes no part is not heard', async () => {
  for (const path of ['picture.png', 'drafts/a.py', '.tmp.driveupload/b.py', 'desktop.ini', '~$c.md', '._d.py', 'plan.gdoc'])
    put(path);
  put('lib/heard.py');
  await heard(1);
  expect(afterQuiet()).toEqual(['lib']);
});

test('a manifest is heard', async () => {
  put('MANIFEST.json', '{}');
  await heard(1);
  expect(afterQuiet()).toEqual(['']);
});

test('links are not followed', async () => {
  mkdirSync(join(root, 'outside'));
  symlinkSync(join(root, 'outside'), join(core, 'link'));
  await heard(1);
  writeFileSync(join(root, 'outside', 'x.py'), 'x');
  put('lib/a.py', 'again');
  await heard(2);
  expect(afterQuiet()).toEqual(['', 'lib']);
});

test('a root that vanishes is not a removal of its files', async () => {
  renameSync(core, `${core}.away`);
  await eventually(() => expect(watcher.state().state).toBe('root-missing'));
  clock.advance(QUIET_MS);
  expect(changed).toEqual([]);
  expect(waiting.at(-1) ?? 0).toBe(0);
});

test('a root that is deleted is not a removal of its files', async () => {
  rmSync(core, { recursive: true });
  await eventually(() => expect(watcher.state().state).toBe('root-missing'));
  clock.advance(QUIET_MS);
  expect(changed).toEqual([]);
});

test('when the root returns it hears again and asks for a full scan', async () => {
  renameSync(core, `${core}.away`);
  await eventually(() => expect(watcher.state().state).toBe('root-missing'));
  clock.advance(5 * 60_000);
  expect(clock.pending()).toBe(1);
  renameSync(`${core}.away`, core);
  clock.advance(30_000);
  await eventually(() => expect(watcher.state().state).toBe('watching'));
  expect(scans).toEqual(['started', 'root-missing', 'root-returned']);
  expect(clock.pending()).toBe(0);
  put('lib/a.py', 'heard again');
  await heard(1);
  expect(afterQuiet()).toEqual(['lib']);
});

test('another folder in place of the root is watched anew and scanned, and no removal is believed', async () => {
  renameSync(core, `${core}.away`);
  mkdirSync(core);
  await eventually(() => expect(scans).toContain('root-replaced'));
  await eventually(() => expect(watcher.state().state).toBe('watching'));
  clock.advance(QUIET_MS);
  expect(changed).toEqual([]);
  put('new.py');
  await heard(1);
  expect(afterQuiet()).toEqual(['']);
});

test('when the marker goes, removals are left to a full scan', async () => {
  rmSync(join(core, '.nightguard-core.json'));
  rmSync(join(core, 'lib/a.py'));
  await eventually(() => expect(scans).toContain('marker-missing'));
  expect(watcher.state().state).toBe('watching');
});

test('a changed .driveignore counts at once', async () => {
  put('.driveignore', 'lib/\n');
  await eventually(() => expect(scans).toContain('rules-changed'));
  await eventually(() => expect(watcher.state().state).toBe('watching'));
  put('lib/a.py', 'ignored now');
  put('top.py');
  await heard(1);
  expect(afterQuiet()).toEqual(['']);
});

test('changes that a full scan finds and no event told of make it deaf; it sets its watches again and is believed when it hears', async () => {
  clock.advance(1000);
  watcher.noteFullScan([{ key: 'lib/unheard.py', arrivedAt: clock.now() }]);
  clock.advance(10_000);
  expect(watcher.state()).toMatchObject({ state: 'deaf', detail: expect.stringContaining('lib/unheard.py') as string });
  await eventually(() => expect(scans).toEqual(['started', 'deaf']));
  expect(watcher.state().state).toBe('deaf');
  put('lib/a.py', 'heard');
  await heard(1);
  expect(watcher.state().state).toBe('watching');
});

test('after dispose nothing is left: no event, no timer', async () => {
  put('lib/a.py', 'heard');
  await heard(1);
  await watcher.dispose();
  expect(clock.pending()).toBe(0);
  put('lib/a.py', 'not heard');
  clock.advance(QUIET_MS);
  expect(changed).toEqual([]);
});

test('a root that is not there at the start is waited for', async () => {
  await watcher.dispose();
  rmSync(core, { recursive: true });
  await start();
  expect(watcher.state().state).toBe('root-missing');
  expect(scans).toEqual(['root-missing']);
  await watcher.dispose();
  expect(clock.pending()).toBe(0);
});

test('when the system gives no more watches it says so with advice, and tries again after a later full scan', async () => {
  await watcher.dispose();
  const opened: Parameters<typeof openFileEvents>[1][] = [];
  const exhausted: typeof openFileEvents = (_, callbacks) => {
    opened.push(callbacks);
    return () => Promise.resolve();
  };
  const starting = start(exhausted);
  opened[0]?.error(Object.assign(new Error('System limit for number of file watchers reached'), { code: 'ENOSPC' }));
  opened[0]?.ready();
  await starting;
  expect(watcher.state()).toMatchObject({
    state: 'deaf',
    detail: expect.stringContaining('fs.inotify.max_user_watches') as string,
  });
  watcher.noteFullScan([]);
  expect(opened).toHaveLength(2);
  watcher.noteFullScan([]);
  expect(opened, 'not again at once').toHaveLength(2);
  opened[1]?.ready();
  expect(watcher.state().state).toBe('watching');
  expect(scans).toEqual(['started', 'deaf']);
});
