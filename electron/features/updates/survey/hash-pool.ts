import { availableParallelism } from 'node:os';
import { createWorkerPool, workerFile, type WorkerPool } from '../../../kernel/worker-pool.ts';
import type { CancelFlag } from './cancel.ts';
import { onDisk, type FoundFile } from './entries.ts';
import { CHANGED, createHashJob, DIGEST_BYTES, HASHED, workOn, type HashJob, type HashProblems } from './hash-files.ts';

/** Below both, starting more threads costs more than it saves. */
const MANY_FILES = 200;
const MANY_BYTES = 64 * 1024 * 1024;

export interface HashRequest {
  root: string;
  file: FoundFile;
}

/** Threads that help this one to hash. */
export interface HashPool {
  /** Tells that there will be much to do, so that the threads start while this one still walks. */
  expectMuch(): void;
  /** Fills in `hash`, or `obstacle` where a file was changed meanwhile or could not be read. @throws AppError `cancelled` */
  hashAll(requests: readonly HashRequest[], cancel: CancelFlag, onProgress: (done: number) => void): Promise<void>;
  dispose(): Promise<void>;
}

/** This thread works too, so one thread fewer than there are processors is started, and only when there is much to do. */
export function createHashPool(): HashPool {
  const helpers = availableParallelism() - 1;
  let pool: WorkerPool | undefined;
  const threads = (): WorkerPool =>
    (pool ??= createWorkerPool({ file: workerFile(import.meta.url, 'survey-worker'), maxThreads: helpers, idleMs: 0 }));
  return {
    expectMuch() {
      if (helpers > 0) threads().start();
    },
    async hashAll(requests, cancel, onProgress) {
      const files = requests.flatMap(({ root, file }) =>
        file.stamp === null ? [] : [{ file, stamp: file.stamp, path: onDisk(root, file.path) }],
      );
      if (files.length === 0) return;
      const job = createHashJob(files, cancel);
      const others: Promise<HashProblems>[] = [];
      if (helpers > 0 && isMuch(files)) {
        for (let count = 0; count < helpers; count += 1) others.push(threads().run<HashProblems>('hash', job));
      }
      const problems = await Promise.all([workOn(job, onProgress), ...others]);
      take(
        job,
        files.map(({ file }) => file),
        new Map(problems.flat()),
      );
    },
    dispose: async () => pool?.dispose(),
  };
}

const isMuch = (files: readonly { stamp: { size: bigint } }[]): boolean =>
  files.length > MANY_FILES || files.reduce((sum, { stamp }) => sum + Number(stamp.size), 0) > MANY_BYTES;

function take(job: HashJob, files: readonly FoundFile[], problems: ReadonlyMap<number, string>): void {
  const digests = Buffer.from(job.digests.buffer);
  for (const [index, file] of files.entries()) {
    const state = job.states[index];
    if (state === HASHED) file.hash = digests.toString('hex', index * DIGEST_BYTES, (index + 1) * DIGEST_BYTES);
    else if (state === CHANGED) file.obstacle = { reason: 'unstable', detail: 'changed while it was being read' };
    else file.obstacle = { reason: 'unreadable', detail: problems.get(index) ?? 'could not be read' };
  }
}
