import type { Stats } from 'node:fs';
import type { Clock } from '../../../kernel/clock.ts';
import type { Disposable } from '../../../kernel/disposables.ts';
import { messageOf } from '../../../kernel/errors.ts';
import type { Log } from '../../../kernel/ports/log.ts';

export interface PlacesOptions {
  /** Absolute. */
  places: readonly string[];
  /** What is not looked into, or not heard of; asked with the path alone first. */
  ignored: (path: string, stats?: Stats) => boolean;
  clock: Pick<Clock, 'after'>;
  log: Log;
  /** Absolute paths that changed, once they have been quiet for a moment. */
  changed: (paths: readonly string[]) => void;
}

/** How long nothing must happen before what happened is looked at. Milliseconds. */
export const SETTLE_MS = 1000;
/** Structures that lie deeper are found by the next scan. */
const DEPTH = 8;

/** Hears changes by the operating system's events: no timer and no polling while nothing happens. `ready` resolves when it hears. */
export function watchPlaces(options: PlacesOptions): Disposable & { ready: Promise<void> } {
  const { places, ignored, clock, log, changed } = options;
  let disposed = false;
  let cancel: (() => void) | undefined;
  let seen = new Set<string>();
  const settle = (): void => {
    cancel = undefined;
    const paths = [...seen];
    seen = new Set();
    changed(paths);
  };
  const hear = (path: string): void => {
    seen.add(path);
    cancel?.();
    cancel = clock.after(SETTLE_MS, settle);
  };
  const arm = async (): Promise<(() => Promise<void>) | undefined> => {
    // Loaded when it is needed: a command of the terminal never is.
    const { watch } = await import('chokidar');
    if (disposed) return undefined;
    const watcher = watch([...places], { ignored, ignoreInitial: true, followSymlinks: false, depth: DEPTH, atomic: false });
    watcher.on('all', (_event, path) => hear(path));
    watcher.on('error', (error) => log.write('warn', 'Guarded places are not all heard', { error: messageOf(error) }));
    await new Promise<void>((resolve) => {
      watcher.once('ready', resolve);
      watcher.once('error', () => resolve());
    });
    return () => watcher.close();
  };
  const armed = arm().catch((error: unknown) => {
    log.write('warn', 'Guarded places cannot be watched', { error: messageOf(error) });
    return undefined;
  });
  return {
    ready: armed.then(() => undefined),
    async dispose() {
      disposed = true;
      cancel?.();
      await (
        await armed
      )?.();
    },
  };
}
