import { beforeEach, describe, expect, test } from 'vitest';
import {
  createAppUpdates,
  type AppUpdates,
  type OfferedVersion,
  type UpdateEngine,
} from '../../../electron/app-update/app-updates.ts';
import { silentLog } from '../../../electron/kernel/ports/log.ts';
import type { AppUpdate } from '../../../shared/model/app-update.ts';

let newest: OfferedVersion | null;
let fault: Error | null;
let isBusy: boolean;
let timers: { ms: number; run: () => void }[];
let shown: AppUpdate['state'][];
let offered: string[];
let done: string[];

const engine: UpdateEngine = {
  look: async () => {
    if (fault !== null) throw fault;
    return newest;
  },
  download: async (onPercent) => {
    onPercent(42.7);
    if (fault !== null) throw fault;
  },
  install: async () => {
    if (fault !== null) throw fault;
    done.push('installed');
  },
};

function start(by: UpdateEngine | 'off' | 'managed' = engine): AppUpdates {
  return createAppUpdates({
    engine: by,
    takenBack: null,
    isBusy: () => isBusy,
    changed: ({ state, percent }) => void shown.push((percent === null ? state : `${state} ${percent}`) as AppUpdate['state']),
    offered: (version) => void offered.push(version),
    quit: () => void done.push('quit'),
    clock: {
      now: () => 1000,
      after: (ms, run) => {
        const timer = { ms, run };
        timers.push(timer);
        return () => (timers = timers.filter((one) => one !== timer));
      },
    },
    random: () => 0.5,
    log: silentLog,
  });
}

beforeEach(() => {
  newest = { version: '0.2.0', bytes: 100 };
  fault = null;
  isBusy = false;
  [timers, shown, offered, done] = [[], [], [], []];
});

describe('updates of the application', () => {
  test('looked for, downloaded, and installed when a person says so', async () => {
    const updates = start();
    expect(await updates.look()).toMatchObject({ state: 'available', version: '0.2.0', bytes: 100, checkedAt: 1000 });
    await updates.download();
    await updates.restart();
    expect(shown).toEqual(['looking', 'available', 'downloading 0', 'downloading 42', 'ready', 'restarting']);
    expect(done).toEqual(['installed', 'quit']);
    expect(offered).toEqual(['0.2.0']);
  });

  test('who could not look does not say that all is up to date', async () => {
    const updates = start();
    newest = null;
    expect(await updates.look()).toMatchObject({ state: 'up-to-date' });
    fault = new Error('offline');
    expect(await updates.look()).toMatchObject({ state: 'could-not-check', reason: 'offline' });
  });

  test('nothing is restarted in the middle of an act, nor before it is here', async () => {
    const updates = start();
    await expect(updates.download()).rejects.toMatchObject({ code: 'usage' });
    await updates.look();
    await expect(updates.restart()).rejects.toMatchObject({ code: 'usage' });
    await updates.download();
    isBusy = true;
    await expect(updates.restart()).rejects.toMatchObject({ code: 'locked' });
    expect(done).toEqual([]);
    isBusy = false;
    expect(await updates.restart()).toMatchObject({ state: 'restarting' });
  });

  test('a download or an installation that fails is said, and can be asked for again', async () => {
    const updates = start();
    await updates.look();
    fault = new Error('sha512 mismatch');
    expect(await updates.download()).toMatchObject({ state: 'available', reason: 'sha512 mismatch' });
    fault = null;
    await updates.download();
    fault = new Error('disk full');
    expect(await updates.restart()).toMatchObject({ state: 'available', reason: 'disk full' });
    expect(done).toEqual([]);
  });

  test('looks ten minutes after the start, then daily, and tells of a version once', async () => {
    const updates = start();
    expect(timers.map(({ ms }) => ms)).toEqual([600_000]);
    timers[0]?.run();
    await expect.poll(() => updates.state().state).toBe('available');
    expect(timers.at(-1)?.ms).toBe(25 * 3_600_000);
    await updates.look();
    expect(offered).toEqual(['0.2.0']);
    await updates.dispose();
    expect(timers.map(({ ms }) => ms)).toEqual([600_000]);
  });

  test.each(['off', 'managed'] as const)('a copy that is %s says so, and asks nobody', async (kind) => {
    const updates = start(kind);
    expect(updates.state()).toMatchObject({ state: kind });
    expect(timers).toEqual([]);
    await updates.look();
    expect(updates.state().state).not.toBe('up-to-date');
  });
});
