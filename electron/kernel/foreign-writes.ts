import { watch } from 'node:fs';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import type { Disposable } from './disposables.ts';
import { messageOf } from './errors.ts';
import type { Log } from './ports/log.ts';

/** Writes come in bursts: look once, this long after the last of them. Milliseconds. */
const SETTLE_MS = 200;

/** Tells when another process has written to the database: the terminal, while the application shows its state. */
export function watchForeignWrites(options: {
  folder: string;
  database: Database;
  clock: Clock;
  log: Log;
  onWrite: () => void;
}): Disposable {
  const { folder, database, clock, log, onWrite } = options;
  let seen = database.dataVersion();
  let cancel: (() => void) | undefined;
  const look = (): void => {
    cancel = undefined;
    const version = database.dataVersion();
    if (version === seen) return;
    seen = version;
    onWrite();
  };
  const watcher = watch(folder, { persistent: false }, (_, name) => {
    if (name?.startsWith('state.db') === true) cancel ??= clock.after(SETTLE_MS, look);
  });
  watcher.on('error', (error) => log.write('warn', 'changes by other processes are not noticed', { error: messageOf(error) }));
  return {
    dispose() {
      cancel?.();
      watcher.close();
    },
  };
}
