import { AppError } from '../../kernel/errors.ts';
import type { Disposable } from '../../kernel/disposables.ts';
import { createWorkerPool, workerFile, type WorkerPool } from '../../kernel/worker-pool.ts';

/** One thread for all logs, which is ended when a search takes too long: an expression may take for ever. */
export interface SearchThread extends Disposable {
  run<Result>(name: 'scan' | 'searchTexts', task: unknown): Promise<Result>;
}

const IDLE_MS = 10_000;
const PATIENCE_MS = 20_000;

export function createSearchThread(patienceMs = PATIENCE_MS): SearchThread {
  let pool: WorkerPool | null = null;
  const open = (): WorkerPool =>
    (pool ??= createWorkerPool({ file: workerFile(import.meta.url, 'logs-worker'), maxThreads: 1, idleMs: IDLE_MS }));
  /** A new thread takes its time to begin: that is not the search's. */
  const begun = async (): Promise<WorkerPool> => {
    if (pool === null) await open().run('begin', null);
    return open();
  };
  const end = async (): Promise<void> => {
    const ended = pool;
    pool = null;
    await ended?.dispose();
  };
  return {
    async run<Result>(name: string, task: unknown): Promise<Result> {
      const thread = await begun();
      let timer: NodeJS.Timeout | undefined;
      const tooLong = new Promise<never>((_, reject) => {
        timer = setTimeout(
          () => reject(new AppError('cancelled', 'The search took too long and was ended. Try a simpler expression.')),
          patienceMs,
        );
      });
      try {
        return await Promise.race([thread.run<Result>(name, task), tooLong]);
      } catch (error) {
        if (error instanceof AppError && error.code === 'cancelled') await end();
        // What the thread is given to compile is the person's own expression, and nothing else.
        if (error instanceof SyntaxError) throw new AppError('usage', error.message, { cause: error });
        throw error;
      } finally {
        clearTimeout(timer);
      }
    },
    dispose: end,
  };
}
