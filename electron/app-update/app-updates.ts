import type { AppUpdate } from '../../shared/model/app-update.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Disposable } from '../kernel/disposables.ts';
import { AppError, messageOf } from '../kernel/errors.ts';
import type { Log } from '../kernel/ports/log.ts';

/** A version that is offered. */
export interface OfferedVersion {
  version: string;
  bytes: number;
}

/** What looks, downloads and installs: the network and the disk. */
export interface UpdateEngine {
  /** Null when there is nothing newer. Rejects when it could not look. */
  look(): Promise<OfferedVersion | null>;
  /** Resolves when the program is here and proven. `onPercent`: 0 to 100. */
  download(onPercent: (percent: number) => void): Promise<void>;
  /** Puts it in its place and lets the former version watch over it; the application has to quit then. */
  install(): Promise<void>;
}

export interface AppUpdatesPorts {
  /** Why this copy does not look for updates, or what does. */
  engine: UpdateEngine | 'off' | 'managed';
  takenBack: AppUpdate['takenBack'];
  /** Whether a guardian is in the middle of an act. */
  isBusy: () => boolean;
  changed: (state: AppUpdate) => void;
  /** Once for each version. */
  offered: (version: string) => void;
  quit: () => void;
  clock: Pick<Clock, 'now' | 'after'>;
  /** Between 0 and 1: not all copies ask at the same minute. */
  random: () => number;
  log: Log;
}

/** Updates of Nightguard itself. Nothing is downloaded or installed that a person did not ask for. */
export interface AppUpdates extends Disposable {
  state(): AppUpdate;
  look(): Promise<AppUpdate>;
  /** @throws AppError `usage` when nothing is offered */
  download(): Promise<AppUpdate>;
  /** @throws AppError `usage` when nothing is ready, `locked` in the middle of an act */
  restart(): Promise<AppUpdate>;
}

const FIRST_LOOK_MS = 10 * 60_000;
const DAY_MS = 24 * 3_600_000;
const JITTER_MS = 2 * 3_600_000;

export function createAppUpdates({
  engine,
  takenBack,
  isBusy,
  changed,
  offered,
  quit,
  clock,
  random,
  log,
}: AppUpdatesPorts): AppUpdates {
  let state: AppUpdate = {
    state: typeof engine === 'string' ? engine : 'unknown',
    version: null,
    bytes: null,
    percent: null,
    checkedAt: null,
    reason: null,
    takenBack,
  };
  let told = '';
  let cancel: () => void = () => undefined;
  let underWay: Promise<AppUpdate> | undefined;

  const become = (part: Partial<AppUpdate>): AppUpdate => {
    state = { ...state, reason: null, percent: null, ...part };
    changed(state);
    return state;
  };
  const working = (): UpdateEngine => {
    if (typeof engine === 'string') throw new AppError('usage', 'This copy of Nightguard does not look for updates by itself.');
    return engine;
  };
  /** One thing at a time: whoever asks meanwhile gets what comes of it. */
  const alone = (act: () => Promise<AppUpdate>): Promise<AppUpdate> => {
    underWay ??= act().finally(() => (underWay = undefined));
    return underWay;
  };

  async function look(): Promise<AppUpdate> {
    if (typeof engine === 'string' || state.state === 'ready' || state.state === 'restarting') return state;
    become({ state: 'looking' });
    try {
      const found = await working().look();
      const checkedAt = clock.now();
      if (found === null) return become({ state: 'up-to-date', version: null, bytes: null, checkedAt });
      become({ state: 'available', ...found, checkedAt });
      if (told !== found.version) offered(found.version);
      told = found.version;
      return state;
    } catch (error) {
      log.write('warn', 'Updates of the application could not be looked for', { cause: messageOf(error) });
      return become({ state: 'could-not-check', reason: messageOf(error) });
    }
  }

  async function download(): Promise<AppUpdate> {
    if (state.state !== 'available') throw new AppError('usage', 'There is no update of the application to download.');
    become({ state: 'downloading', percent: 0 });
    try {
      await working().download((percent) => become({ state: 'downloading', percent: Math.floor(percent) }));
      return become({ state: 'ready' });
    } catch (error) {
      return become({ state: 'available', reason: messageOf(error) });
    }
  }

  async function restart(): Promise<AppUpdate> {
    if (state.state !== 'ready') throw new AppError('usage', 'There is no update of the application that is ready.');
    if (isBusy()) throw new AppError('locked', 'Nightguard is in the middle of an act: restart when it has ended.');
    become({ state: 'restarting' });
    try {
      await working().install();
    } catch (error) {
      return become({ state: 'available', reason: messageOf(error) });
    }
    quit();
    return state;
  }

  const schedule = (ms: number): void => {
    cancel = clock.after(ms, () => {
      schedule(DAY_MS + random() * JITTER_MS);
      void alone(look);
    });
  };
  if (typeof engine !== 'string') schedule(FIRST_LOOK_MS);

  return {
    state: () => state,
    look: () => alone(look),
    download: () => alone(download),
    restart: () => alone(restart),
    dispose: () => cancel(),
  };
}
