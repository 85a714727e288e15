import { availableParallelism } from 'node:os';
import type { Disposable } from '../../../kernel/disposables.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import { createWorkerPool, workerFile } from '../../../kernel/worker-pool.ts';
import { checkStaged, dependentsOfHeld } from './check-staged.ts';
import type { Analyse, AnalyseTask, Analysis, CheckFinding, CheckReport, CheckRequest } from './types.ts';

export interface CodeChecker extends Disposable {
  /** Syntax, new import circles, and what depends on held files. @throws AppError `disposed`. */
  checkStaged(request: CheckRequest): Promise<CheckReport>;
  /** Only the last of the three, for `request.held`. */
  dependentsOfHeld(request: CheckRequest): Promise<Map<string, CheckFinding>>;
}

/** Sending this much to a thread takes the sender well under a millisecond, and lets several threads share the work. UTF-16 units. */
const BATCH_LENGTH = 128 * 1024;
const IDLE_MS = 5000;

/** Checks code in worker threads: they start with the first check and end when idle. */
export function createCodeChecker({ log }: { log: Log }): CodeChecker {
  const threads = Math.max(1, Math.min(4, availableParallelism()));
  const pool = createWorkerPool({ file: workerFile(import.meta.url, 'check-worker'), maxThreads: threads, idleMs: IDLE_MS });
  const analyse: Analyse = async (tasks) => {
    const started = performance.now();
    const results = await Promise.all(batchesOf(tasks).map((batch) => pool.run<Analysis[]>('analyse', batch)));
    const milliseconds = Math.round(performance.now() - started);
    if (tasks.length > 0) log.write('debug', 'Code was parsed', { files: tasks.length, milliseconds });
    return results.flat();
  };
  return {
    checkStaged: (request) => checkStaged(request, analyse),
    dependentsOfHeld: (request) => dependentsOfHeld(request, analyse),
    dispose: () => pool.dispose(),
  };
}

const lengthOf = ({ text, oldText = '' }: AnalyseTask): number => text.length + oldText.length;

function batchesOf(tasks: readonly AnalyseTask[]): AnalyseTask[][] {
  const batches: AnalyseTask[][] = [];
  let length = Infinity;
  for (const task of tasks) {
    if (length + lengthOf(task) > BATCH_LENGTH) {
      batches.push([]);
      length = 0;
    }
    batches.at(-1)!.push(task);
    length += lengthOf(task);
  }
  return batches;
}
