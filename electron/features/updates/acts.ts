import type { Activity } from '../../../shared/model/snapshot.ts';
import { messageOf } from '../../kernel/errors.ts';
import type { WorkspaceLock } from '../../kernel/workspace-lock.ts';
import type { OnProgress } from './apply/context.ts';
import { recoverReleases, type Recovered } from './apply/recover.ts';
import type { CycleContext } from './cycle/context.ts';
import type { StatusBoard } from './status-board.ts';

export interface ActsContext extends CycleContext {
  lock: WorkspaceLock;
  board: StatusBoard;
  /** Acts under way; the end of the guardian waits for them. */
  underWay: Set<Promise<unknown>>;
  /** Told of every interrupted release that was ended. */
  onRecovered: (recovered: readonly Recovered[]) => void;
}

/** How long an act waits for another process before it says who is at work, in milliseconds. */
const LOCK_WAIT_MS = 60_000;

/**
 * Runs one act at a time, in this process and across processes, with progress on the board. Whatever a crash left behind is
 * ended first, so that every act begins on solid ground.
 * @throws AppError `locked`, `cancelled`
 */
export function exclusively<T>(
  context: ActsContext,
  act: Activity['act'],
  signal: AbortSignal,
  work: (onProgress: OnProgress) => Promise<T>,
): Promise<T> {
  const { underWay } = context;
  const running = perform(context, act, signal, work).finally(() => underWay.delete(running));
  underWay.add(running);
  return running;
}

async function perform<T>(
  context: ActsContext,
  act: Activity['act'],
  signal: AbortSignal,
  work: (onProgress: OnProgress) => Promise<T>,
): Promise<T> {
  const { board, lock } = context;
  const onProgress: OnProgress = (progress) => board.setActivity({ act, ...progress });
  const onWait = (): void => onProgress({ phase: 'waiting', done: 0, total: 0, release: null });
  const release = await lock.acquire(act, { waitMs: LOCK_WAIT_MS, signal, onWait });
  try {
    await recover(context);
    return await work(onProgress);
  } finally {
    release();
    board.setActivity(null);
  }
}

async function recover(context: ActsContext): Promise<void> {
  const { board, apply } = context;
  try {
    const recovered = await recoverReleases(apply);
    if (recovered.length > 0) context.onRecovered(recovered);
    if (context.updateLog.isBehind()) await context.updateLog.project([]);
  } catch (error) {
    // The journal stays: nothing new is begun on top of it, and the next act tries again.
    board.raise({ code: 'unrecoverable', detail: messageOf(error), severity: 'harm', release: null });
    throw error;
  }
}
