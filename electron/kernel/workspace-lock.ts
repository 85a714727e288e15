import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Clock } from './clock.ts';
import { AppError } from './errors.ts';

/**
 * One applier per workspace, whatever the number of processes.
 * The lock is an exclusive SQLite transaction on a file of its own: the operating system gives it back when its
 * process dies, however it dies, so there is no stale lock to guess about (SQLite documents: "File Locking And Concurrency").
 */
export interface WorkspaceLock {
  /**
   * Waits until the lock is free, up to `waitMs`.
   * @throws AppError `locked`, naming the holder, when it is not free in time; `cancelled` on abort.
   */
  acquire(
    act: string,
    options: { waitMs: number; signal?: AbortSignal; onWait?: (holder: Holder | null) => void },
  ): Promise<Release>;
}

export type Release = () => void;

const holderSchema = z.object({ pid: z.number(), door: z.string(), act: z.string(), since: z.number() });
export type Holder = z.infer<typeof holderSchema>;

const POLL_MS = 100;

export function createWorkspaceLock(folder: string, door: string, clock: Clock): WorkspaceLock {
  const lockFile = join(folder, 'apply.lock');
  // A note for people only; the lock itself does not depend on it.
  const holderFile = join(folder, 'apply.holder.json');

  const tryAcquire = (act: string): Release | null => {
    mkdirSync(folder, { recursive: true });
    const connection = new DatabaseSync(lockFile, { timeout: 0 });
    try {
      connection.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      connection.close();
      if (isBusy(error)) return null;
      throw new AppError('locked', `${lockFile} cannot be locked. Is the disk full or the folder read-only?`, { cause: error });
    }
    const holder: Holder = { pid: process.pid, door, act, since: clock.now() };
    writeFileSync(holderFile, JSON.stringify(holder));
    return () => {
      rmSync(holderFile, { force: true });
      connection.close();
    };
  };

  return {
    async acquire(act, { waitMs, signal, onWait }) {
      const deadline = clock.now() + waitMs;
      let told = false;
      for (;;) {
        if (signal?.aborted === true) throw new AppError('cancelled', `${act} was cancelled while waiting`);
        const release = tryAcquire(act);
        if (release !== null) return release;
        const holder = readHolder(holderFile);
        if (!told) onWait?.(holder);
        told = true;
        if (clock.now() >= deadline) throw new AppError('locked', `${describeHolder(holder)} Try again when it is done.`);
        await clock.sleep(POLL_MS);
      }
    },
  };
}

/** Who is at work, for people. */
export function describeHolder(holder: Holder | null): string {
  if (holder === null) return 'Another Nightguard is working on this workspace.';
  const since = new Date(holder.since).toLocaleTimeString();
  return `Nightguard (${holder.door}, process ${holder.pid}) has been working on this workspace since ${since}: ${holder.act}.`;
}

function isBusy(error: unknown): boolean {
  // SQLITE_BUSY is 5; extended codes keep it in the low byte.
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === 5;
}

function readHolder(file: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Being written, or just removed: the lock counts, not the note.
    return null;
  }
}
