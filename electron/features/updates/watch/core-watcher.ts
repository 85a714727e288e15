import type { WatcherState } from '../../../../shared/model/snapshot.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Disposable } from '../../../kernel/disposables.ts';
import { errnoOf, messageOf } from '../../../kernel/errors.ts';
import { parentKey } from '../../../kernel/names.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import { DRIVE_IGNORE, ROOT_MARKER } from '../survey/participation.ts';
import { awaitRoot } from './await-root.ts';
import { createHearingTest, type ScanDifference } from './deafness.ts';
import { openFileEvents, type FileEvent, type FileEventsOptions } from './file-events.ts';
import { createQuietBatch } from './quiet-batch.ts';
import { identifyRoot, verifyRoot, type RootIdentity } from './root-identity.ts';

export interface CoreWatcherOptions extends FileEventsOptions {
  quietMs: number;
  clock: Clock;
  log: Log;
}

export type FullScanReason =
  | 'started'
  | 'root-missing'
  | 'root-returned'
  | 'root-replaced'
  | 'marker-missing'
  | 'rules-changed'
  | 'deaf';

export interface CoreWatcherCallbacks {
  /** Core has been quiet; these folders (keys, '' is the root) are to be looked at. */
  changed: (folders: string[]) => void;
  /** How many changed paths wait for the quiet time; at once. */
  waiting: (paths: number) => void;
  stateChanged: (state: WatcherState) => void;
  /** Something may have been missed, or must not be believed unseen; or the root is gone, which a look will report. */
  needsFullScan: (reason: FullScanReason) => void;
}

/** Watches Core. While all is well and nothing happens it has no timer. */
export interface CoreWatcher extends Disposable {
  state(): WatcherState;
  /** Resolves when it hears changes, or knows that the root is not there; the first full scan was asked for by then. */
  readonly ready: Promise<void>;
  /** Tells what a full scan found to differ between Core and base, so that a deaf watcher is noticed. */
  noteFullScan(differences: readonly ScanDifference[]): void;
}

const LIMIT_CODES = new Set(['ENOSPC', 'EMFILE', 'ENFILE']);
const LIMIT_ADVICE = 'Raise the limit with: sudo sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512';
/** A deaf watcher is set up again at most this often: each time costs a full scan. */
const RETRY_MS = 10 * 60_000;
/** During a storm of removals the root is looked at this often, and once more before the batch is believed. */
const VERIFY_MS = 1000;

/** `openEvents` is the port to the file system's events. */
export function createCoreWatcher(
  options: CoreWatcherOptions,
  callbacks: CoreWatcherCallbacks,
  openEvents = openFileEvents,
): CoreWatcher {
  const { source, clock, log } = options;
  let state: WatcherState = { state: 'starting', since: clock.now(), detail: '' };
  let identity: RootIdentity | null = null;
  let closeEvents: (() => Promise<void>) | undefined;
  let closing: Promise<unknown> = Promise.resolve();
  let cancelAwait: (() => void) | undefined;
  /** Not all folders could be watched. */
  let limited = false;
  let verifiedAt = -VERIFY_MS;
  let retriedAt = -RETRY_MS;
  let disposed = false;
  const ready = Promise.withResolvers<void>();

  const enter = (next: WatcherState['state'], detail = ''): void => {
    if (state.state === next && state.detail === detail) return;
    state = { state: next, since: clock.now(), detail };
    log.write(next === 'watching' || next === 'starting' ? 'info' : 'warn', `watcher: ${next}`, { source, detail });
    callbacks.stateChanged(state);
  };

  const hearing = createHearingTest(clock, (keys) => {
    enter('deaf', `a full scan found ${keys.length} changes that no event told of, the first in ${keys[0] ?? ''}`);
    retry();
  });
  const batch = createQuietBatch({
    quietMs: options.quietMs,
    clock,
    waiting: callbacks.waiting,
    quiet: (folders) => {
      if (isTrusted()) callbacks.changed(folders);
    },
  });

  const disarm = (): void => {
    batch.drop();
    hearing.dispose();
    cancelAwait?.();
    cancelAwait = undefined;
    identity = null;
    limited = false;
    if (closeEvents !== undefined) closing = Promise.all([closing, closeEvents()]);
    closeEvents = undefined;
  };

  const arm = (reason: FullScanReason): void => {
    disarm();
    if (disposed) return;
    identity = identifyRoot(source);
    if (identity === null) return lose(`${source} is not there`);
    if (state.state !== 'deaf') enter('starting');
    try {
      // Events that a closed watcher still had in its pocket are dropped.
      const ifCurrent =
        <T extends unknown[]>(act: (...values: T) => void) =>
        (...values: T): void => {
          if (closeEvents === close) act(...values);
        };
      const close = openEvents(options, {
        event: ifCurrent(onEvent),
        error: ifCurrent(onError),
        ready: ifCurrent(() => onReady(reason)),
      });
      closeEvents = close;
    } catch (error) {
      lose(messageOf(error));
    }
  };

  const onReady = (reason: FullScanReason): void => {
    hearing.begin();
    // One that was deaf to events is believed again when it has heard something.
    if (state.state === 'starting' || (state.detail.includes(LIMIT_ADVICE) && !limited)) enter('watching');
    callbacks.needsFullScan(reason);
    ready.resolve();
  };

  const lose = (detail: string): void => {
    disarm();
    enter('root-missing', detail);
    cancelAwait = awaitRoot(source, clock, () => arm('root-returned'));
    callbacks.needsFullScan('root-missing');
    ready.resolve();
  };

  const retry = (): void => {
    if (clock.now() - retriedAt < RETRY_MS) return;
    retriedAt = clock.now();
    arm('deaf');
  };

  /** Nothing is believed of a root that is not the one the watches were set on. */
  const isTrusted = (): boolean => {
    if (identity === null) return false;
    verifiedAt = clock.now();
    const verdict = verifyRoot(source, identity);
    if (verdict.state === 'same') return true;
    if (verdict.state === 'missing') lose(verdict.detail);
    else if (verdict.state === 'replaced') arm('root-replaced');
    else {
      identity = { ...identity, marker: null };
      batch.drop();
      callbacks.needsFullScan('marker-missing');
    }
    return false;
  };

  const onEvent = (event: FileEvent, key: string): void => {
    const isRemoval = event === 'unlink' || event === 'unlinkDir';
    if (isRemoval && (key === '' || clock.now() - verifiedAt >= VERIFY_MS) && !isTrusted()) return;
    if (key === '') return;
    if (key === ROOT_MARKER) return learnMarker();
    if (key === DRIVE_IGNORE) return arm('rules-changed');
    const folders = event === 'addDir' || event === 'unlinkDir' ? [key, parentKey(key)] : [parentKey(key)];
    for (const folder of folders) hearing.heard(folder);
    if (state.state === 'deaf' && !limited) enter('watching');
    batch.add(key, folders);
  };

  /** The first cycle puts the marker there; from then on it counts. */
  const learnMarker = (): void => {
    if (identity?.marker === null) identity = { ...identity, marker: identifyRoot(source)?.marker ?? null };
    else isTrusted();
  };

  const onError = (error: unknown): void => {
    const code = errnoOf(error) ?? '';
    if (!LIMIT_CODES.has(code)) return log.write('warn', 'watcher error', { code, message: messageOf(error) });
    limited = true;
    enter('deaf', `${code}: not all folders can be watched. ${LIMIT_ADVICE}`);
  };

  arm('started');
  return {
    state: () => state,
    ready: ready.promise,
    noteFullScan(differences) {
      if (closeEvents === undefined) return;
      if (limited) retry();
      else hearing.scanned(differences);
    },
    async dispose() {
      disposed = true;
      disarm();
      ready.resolve();
      await closing;
    },
  };
}
