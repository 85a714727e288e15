import { DisposableStack, type Disposable } from '../../kernel/disposables.ts';
import { asAppError } from '../../kernel/errors.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Log } from '../../kernel/ports/log.ts';
import type { SettingsStore } from '../../kernel/settings-file/index.ts';
import type { UpdatesDuty } from './assemble.ts';
import { createQueue } from './look-queue.ts';
import type { SurveyScope } from './survey/types.ts';
import { createCoreWatcher, type CoreWatcher } from './watch/core-watcher.ts';

export interface AttendContext {
  duty: UpdatesDuty;
  workspace: string;
  settings: SettingsStore;
  clock: Clock;
  log: Log;
  /** Subscribes to what calls for a look at once, besides Core itself. Returns the function that unsubscribes. */
  onWanted: (look: () => void) => () => void;
}

/** A full look at intervals, whatever the watcher says: watchers go deaf without a word. Milliseconds. */
const FULL_LOOK_MS = 3_600_000;

/** Attention to Core that lasts until it is disposed. */
export interface Attendance extends Disposable {
  /** Resolves after the first look. */
  ready: Promise<void>;
}

/** Looks after Core: at once, whenever it has changed and is quiet again, and each hour. */
export function attend(context: AttendContext): Attendance {
  const { duty, settings, clock, log } = context;
  const { board, updates } = duty;
  const stack = new DisposableStack();
  let watcher: CoreWatcher | undefined;

  const perform = async (scope: SurveyScope): Promise<void> => {
    const { when } = settings.current().updates;
    const isDue = when === 'immediate';
    if (board.pausedUntil !== null) return;
    try {
      const stillDue = (): boolean => board.pausedUntil === null;
      const report = await updates.cycle({ trigger: 'watcher', dryRun: !isDue, scope, stillDue });
      if (report.full) watcher?.noteFullScan(report.differences);
      board.setWaiting(isDue ? 0 : report.result.entries.filter((entry) => entry.status === 'PLANNED').length);
    } catch (error) {
      const { code, message } = asAppError(error);
      if (code === 'cancelled' || code === 'disposed') return;
      log.write('error', 'looking after Core failed', { code, message });
      // A broken audit log is shown by its own guard, and goes away with it.
      if (code === 'audit-broken') return;
      board.raise({ code: code === 'disk-full' ? 'disk-full' : 'internal', detail: message, severity: 'harm', release: null });
    }
  };
  const queue = stack.use(
    createQueue(perform, (error) => log.write('error', 'a look failed', { error: asAppError(error).message })),
  );
  const lookFully = (): Promise<void> => queue.add({ kind: 'full' });

  const arm = async (): Promise<void> => {
    const old = watcher;
    watcher = undefined;
    await old?.dispose();
    const source = duty.source();
    if (source === null) return void lookFully();
    const { include, exclude, quietSeconds } = settings.current().updates;
    watcher = createCoreWatcher(
      { source, workspace: context.workspace, include, exclude, quietMs: quietSeconds * 1000, clock, log },
      {
        changed: (folders) => void queue.add({ kind: 'folders', folders }),
        waiting: (paths) => board.setWaiting(paths),
        stateChanged: (state) => board.setWatcher(state),
        needsFullScan: () => void lookFully(),
      },
    );
    board.setWatcher(watcher.state());
  };
  stack.defer(() => watcher?.dispose());

  stack.use(everyHour(clock, () => void lookFully()));
  let watched = watchedPart(settings);
  stack.defer(
    settings.onChange(() => {
      const now = watchedPart(settings);
      if (now === watched) return void lookFully();
      watched = now;
      arm().catch((error: unknown) => log.write('error', 'the watcher could not be set', { error: asAppError(error).message }));
    }),
  );
  stack.defer(context.onWanted(() => void lookFully()));
  stack.defer(board.onResume(() => void lookFully()));
  return {
    ready: arm()
      .then(() => watcher?.ready)
      .then(() => queue.idle()),
    dispose: () => stack.dispose(),
  };
}

/** The settings that the watcher depends on, to know whether it must be set anew. */
function watchedPart(settings: SettingsStore): string {
  const { source, include, exclude, quietSeconds } = settings.current().updates;
  return JSON.stringify([source, include, exclude, quietSeconds]);
}

function everyHour(clock: Clock, tick: () => void): Disposable {
  const next = (): (() => void) =>
    clock.after(FULL_LOOK_MS, () => {
      cancel = next();
      tick();
    });
  let cancel = next();
  return { dispose: () => cancel() };
}
