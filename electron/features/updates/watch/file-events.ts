import { watch, type FSWatcher } from 'chokidar';
import { readParticipation } from '../survey/participation.ts';
import { createIgnored, keyBelow } from './watch-filter.ts';

export type FileEvent = 'add' | 'addDir' | 'change' | 'unlink' | 'unlinkDir';

export interface FileEventsOptions {
  source: string;
  workspace: string;
  include: string[];
  exclude: string[];
}

export interface FileEventsCallbacks {
  event: (event: FileEvent, key: string) => void;
  error: (error: unknown) => void;
  /** From now on changes are heard. */
  ready: () => void;
}

const FILE_EVENTS: readonly FileEvent[] = ['add', 'addDir', 'change', 'unlink', 'unlinkDir'];

/**
 * Events of everything in Core that takes part, after a first silent look at what is there. Returns the close.
 * @throws AppError `source-unreadable` when the rules of what takes part cannot be read
 */
export function openFileEvents(options: FileEventsOptions, callbacks: FileEventsCallbacks): () => Promise<void> {
  const { source } = options;
  const watcher: FSWatcher = watch(source, {
    ignored: createIgnored(source, readParticipation(options)),
    ignoreInitial: true,
    followSymlinks: false,
    // The quiet time does what these are for, and they would hide half of what happens.
    atomic: false,
    awaitWriteFinish: false,
  });
  for (const event of FILE_EVENTS) watcher.on(event, (path: string) => callbacks.event(event, keyBelow(source, path)));
  watcher.on('error', callbacks.error);
  watcher.once('ready', callbacks.ready);
  return () => watcher.close();
}
