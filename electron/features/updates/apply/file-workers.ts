import { availableParallelism } from 'node:os';
import type { Disposable } from '../../../kernel/disposables.ts';
import { createWorkerPool, workerFile } from '../../../kernel/worker-pool.ts';
import { resultsOf, runBatch, type BatchReply, type FileJobKind, type Job, type Result } from './file-batch.ts';

/** Does disk work for a release without blocking the thread that asks. */
export interface FileWorkers extends Disposable {
  /**
   * Results in the order of the jobs. Stops at the first failure.
   * @throws AppError of the job that failed
   */
  run<K extends FileJobKind>(kind: K, jobs: Job<K>[], onProgress?: (done: number) => void): Promise<Result<K>[]>;
}

/** Up to this many files are done at once in place: starting a thread would take longer. */
const SMALL_BATCH = 8;
const BATCH = 64;

/** Disk work on a pool of threads that end by themselves when there is nothing to do. */
export function createFileWorkers(): FileWorkers {
  const pool = createWorkerPool({
    file: workerFile(import.meta.url, 'file-worker'),
    maxThreads: Math.min(4, availableParallelism()),
    idleMs: 5000,
  });
  const runApart = async <K extends FileJobKind>(kind: K, jobs: Job<K>[]): Promise<Result<K>[]> =>
    resultsOf(await pool.run<BatchReply<K>>('batch', { kind, jobs }));
  return {
    async run(kind, jobs, onProgress) {
      if (jobs.length <= SMALL_BATCH) return resultsOf(runBatch({ kind, jobs }, onProgress));
      let done = 0;
      const batches = inBatches(jobs).map(async (part) => {
        const results = await runApart(kind, part);
        done += part.length;
        onProgress?.(done);
        return results;
      });
      // All of them end before this returns, failed or not: nobody may clean up under a thread that still writes.
      const settled = await Promise.allSettled(batches);
      return settled.flatMap((one) => {
        if (one.status === 'rejected') throw one.reason;
        return one.value;
      });
    },
    dispose: () => pool.dispose(),
  };
}

function inBatches<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) => items.slice(index * BATCH, (index + 1) * BATCH));
}
