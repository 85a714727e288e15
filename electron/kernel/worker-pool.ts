import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Transferable } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { AppError } from './errors.ts';
import type { Disposable } from './disposables.ts';

/** Threads that run the named exports of one file. They start with the first task and end when idle. */
export interface WorkerPool extends Disposable {
  /** Starts all threads now, to be ready when the work comes; they then stay until dispose. */
  start(): void;
  /** @throws whatever the task throws, as a plain Error (classes do not cross threads); AppError `disposed` after dispose. */
  run<Result>(name: string, task: unknown, transfer?: readonly Transferable[]): Promise<Result>;
}

export interface WorkerPoolOptions {
  /** Absolute path of the module whose exports are the tasks. */
  file: string;
  maxThreads: number;
  /** How long a thread may wait for work before it ends: idling costs memory. */
  idleMs: number;
}

/** A pool of worker threads. Piscina's busy-waiting is off: a thread that waits must run its own timers and child threads. */
export function createWorkerPool({ file, maxThreads, idleMs }: WorkerPoolOptions): WorkerPool {
  let disposed = false;
  let pool: Piscina | undefined;
  const create = (minThreads: number): Piscina =>
    new Piscina({ filename: file, minThreads, maxThreads, idleTimeout: idleMs, atomics: 'disabled', recordTiming: false });
  return {
    start() {
      if (!disposed) pool ??= create(maxThreads);
    },
    run<Result>(name: string, task: unknown, transfer: readonly Transferable[] = []): Promise<Result> {
      if (disposed) return Promise.reject(new AppError('disposed', 'The worker threads were already given back.'));
      pool ??= create(0);
      return pool.run(task, { name, transferList: [...transfer] }) as Promise<Result>;
    },
    async dispose() {
      disposed = true;
      await pool?.destroy();
    },
  };
}

/**
 * Where the module of a worker lies: beside the caller when running from TypeScript sources, else in the build,
 * beside the entries (the caller may have been moved into a folder of chunks below them).
 */
export function workerFile(callerUrl: string, name: string): string {
  const folder = dirname(fileURLToPath(callerUrl));
  if (callerUrl.endsWith('.ts')) return join(folder, `${name}.ts`);
  const candidates = [join(folder, `${name}.js`), join(dirname(folder), `${name}.js`)];
  const found = candidates.find((path) => existsSync(path));
  if (found === undefined) throw new AppError('internal', `The build is incomplete: ${name}.js is missing in ${folder}.`);
  return found;
}
