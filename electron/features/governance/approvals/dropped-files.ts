import { lstatSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
import type { Clock } from '../../../kernel/clock.ts';
import type { Disposable } from '../../../kernel/disposables.ts';
import { messageOf } from '../../../kernel/errors.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import { stampsIn } from './file-stamps.ts';

/** `open`: to be looked at again when something was decided. `wait`: it does not look whole yet. `known`: nothing new, and it cost nothing. */
export type Taken = 'done' | 'known' | 'open' | 'wait';

export interface DroppedFilesOptions {
  /** Absolute. */
  workspace: string;
  /** Below the workspace; asked at each look, as settings change. */
  folder: () => string;
  /** Whether the folder is to be waited for while it does not exist. */
  isAwaited: () => boolean;
  isWanted: (name: string) => boolean;
  /** Deals with one file that has been quiet for `quietFor` milliseconds. */
  take: (name: string, quietFor: number) => Promise<Taken>;
  clock: Clock;
  log: Log;
  quietMs?: number;
}

/** Files that others drop into a folder. While nothing happens there is a watch on the folder and no timer. */
export interface DroppedFiles extends Disposable {
  /** Looks again, also at what was left open. */
  wake(): void;
}

const QUIET_MS = 2000;
/** A flood is dealt with at this pace, so that it does not fill the logs; the rest waits, and waiting is no leave. */
const MOST_A_MINUTE = 60;
const MINUTE_MS = 60_000;

interface Seen {
  stamp: string;
  since: number;
  state: 'new' | 'open' | 'done';
}

export function attendDroppedFiles(options: DroppedFilesOptions): DroppedFiles {
  const { workspace, clock, log, quietMs = QUIET_MS } = options;
  let watcher: { folder: string; events: FSWatcher } | null = null;
  const seen = new Map<string, Seen>();
  let budget = { from: clock.now(), left: MOST_A_MINUTE };
  let cancel: (() => void) | undefined;
  let dueAt = Infinity;
  let running: Promise<void> = Promise.resolve();
  let isRunning = false;
  let isDisposed = false;
  let reconsider = true;

  const schedule = (ms: number): void => {
    const at = clock.now() + ms;
    if (isDisposed || at >= dueAt) return;
    cancel?.();
    dueAt = at;
    cancel = clock.after(ms, run);
  };
  const run = (): void => {
    dueAt = Infinity;
    if (isDisposed) return;
    if (isRunning) return schedule(quietMs);
    isRunning = true;
    running = pass()
      .catch((error: unknown) =>
        log.write('warn', 'A folder of dropped files could not be looked at', { error: messageOf(error) }),
      )
      .finally(() => {
        isRunning = false;
      });
  };
  const pass = async (): Promise<void> => {
    arm();
    const folder = join(workspace, options.folder());
    const again = reconsider;
    reconsider = false;
    const stamps = stampsIn(folder, options.isWanted);
    for (const name of seen.keys()) if (!stamps.has(name)) seen.delete(name);
    for (const [name, stamp] of stamps) {
      if (isDisposed) return;
      const known = note(name, stamp, again);
      if (known.state !== 'new') continue;
      const quietFor = clock.now() - known.since;
      if (quietFor < quietMs) schedule(quietMs - quietFor);
      else if (!mayTake()) return schedule(budget.from + MINUTE_MS - clock.now());
      else await take(folder, name, known, quietFor);
    }
  };
  const note = (name: string, stamp: string, again: boolean): Seen => {
    const known = seen.get(name);
    if (known?.stamp === stamp && known.since <= clock.now()) {
      if (again && known.state === 'open') known.state = 'new';
      return known;
    }
    const fresh: Seen = { stamp, since: clock.now(), state: 'new' };
    seen.set(name, fresh);
    return fresh;
  };
  const take = async (folder: string, name: string, known: Seen, quietFor: number): Promise<void> => {
    try {
      const taken = await options.take(name, quietFor);
      if (taken !== 'known' && taken !== 'wait') budget.left -= 1;
      if (taken === 'wait') schedule(quietMs);
      // What was written meanwhile has another stamp, and is seen by the next look.
      else known.state = taken === 'open' ? 'open' : 'done';
    } catch (error) {
      known.state = 'open';
      log.write('warn', 'A dropped file could not be answered', { file: join(folder, name), error: messageOf(error) });
      reconsider = true;
      schedule(MINUTE_MS);
    }
  };
  const mayTake = (): boolean => {
    const since = clock.now() - budget.from;
    // A clock that was set back does not make the minute a day.
    if (since < 0 || since >= MINUTE_MS) budget = { from: clock.now(), left: MOST_A_MINUTE };
    return budget.left > 0;
  };
  const arm = (): void => {
    const folder = options.folder();
    const isThere = lstatSync(join(workspace, folder), { throwIfNoEntry: false })?.isDirectory() === true;
    if (watcher !== null && watcher.folder === folder) return;
    void watcher?.events.close();
    watcher = null;
    if (!isThere && !options.isAwaited()) return;
    const events = watch(workspace, {
      ignored: outside(workspace, folder),
      ignoreInitial: true,
      followSymlinks: false,
      atomic: false,
    });
    events.on('all', () => schedule(0));
    events.on('error', (error) => log.write('warn', 'Dropped files are not noticed', { folder, error: messageOf(error) }));
    watcher = { folder, events };
    // What came while the watch was set up.
    events.once('ready', () => schedule(0));
  };
  schedule(0);
  return {
    wake() {
      reconsider = true;
      schedule(0);
    },
    async dispose() {
      isDisposed = true;
      cancel?.();
      await running;
      await watcher?.events.close();
    },
  };
}

/** Everything but the folder, the way to it, and what lies in it. */
function outside(workspace: string, folder: string): (path: string) => boolean {
  const parts = folder.split('/').filter((part) => part !== '');
  return (path) => {
    const below = relative(workspace, path)
      .split(sep)
      .filter((part) => part !== '');
    const onTheWay = below.slice(0, parts.length).every((part, at) => part === parts[at]);
    return !onTheWay || below.length > parts.length + 1;
  };
}
