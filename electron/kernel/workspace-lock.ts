import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Clock } from './clock.ts';
import { AppError, asAppError } from './errors.ts';
import { describeHolder, holderNow, identityOf, isElsewhere, readNote, removeNote, writeNote, type Holder } from './lock-note.ts';

/**
 * One applier per workspace, whatever the number of processes.
 * The lock is an exclusive SQLite transaction on a file of its own: the operating system gives it back when its
 * process dies, however it dies, so there is no stale lock to guess about (SQLite documents: "File Locking And Concurrency").
 * Only when somebody removes that file while it is held does the note beside it count.
 */
export interface WorkspaceLock {
  /**
   * Waits until the lock is free, up to `waitMs` (of running time: a clock that is set has no say).
   * @throws AppError `locked`, naming the holder, when it is not free in time; `cancelled` on abort; `disk-full`.
   */
  acquire(
    act: string,
    options: { waitMs: number; signal?: AbortSignal; onWait?: (holder: Holder | null) => void },
  ): Promise<Release>;
}

/** Gives the lock back. Never throws; a second call does nothing. */
export type Release = () => void;

const POLL_MS = 100;

/** Folders that this very process is at work in: neither its id nor a file that lost its name tells two guardians apart. */
const heldHere = new Map<string, Holder>();

export function createWorkspaceLock(folder: string, door: string, clock: Clock): WorkspaceLock {
  const lockFile = join(folder, 'apply.lock');
  const noteFile = join(folder, 'apply.holder.json');

  const tryAcquire = (act: string): Release | Refusal => {
    const place = realFolder(folder);
    const here = heldHere.get(place);
    if (here !== undefined) return { holder: here, advice: WAIT };
    const lock = lockExclusively(lockFile);
    if (lock === null) return { holder: readNote(noteFile), advice: WAIT };
    try {
      const note = readNote(noteFile);
      if (isElsewhere(note, lock.file))
        return stop(lock.connection, { holder: note, advice: `${WAIT} ${adviceOnNote(noteFile)}` });
      const holder = holderNow(door, act, clock.now(), lock.file);
      writeNote(noteFile, holder);
      if (identityOf(lockFile) !== lock.file) return stop(lock.connection, giveWay(noteFile));
      heldHere.set(place, holder);
    } catch (error) {
      lock.connection.close();
      throw cannotLock(noteFile, error);
    }
    return releaseOnce(() => {
      removeNote(noteFile);
      heldHere.delete(place);
      lock.connection.close();
    });
  };

  return {
    async acquire(act, { waitMs, signal, onWait }) {
      const started = performance.now();
      let told = false;
      for (;;) {
        if (signal?.aborted === true) throw new AppError('cancelled', `${act} was cancelled while waiting`);
        const got = tryAcquire(act);
        if (typeof got === 'function') return got;
        if (!told) onWait?.(got.holder);
        told = true;
        if (performance.now() - started >= waitMs) throw new AppError('locked', `${describeHolder(got.holder)} ${got.advice}`);
        await clock.sleep(POLL_MS);
      }
    },
  };
}

interface Refusal {
  holder: Holder | null;
  advice: string;
}

const WAIT = 'Try again when it is done.';
const adviceOnNote = (note: string): string => `(Its lock file was removed. If it is not at work, remove ${note} as well.)`;

/** Somebody replaced the lock file before our note was there: whoever has the new one may not have seen it. */
function giveWay(noteFile: string): Refusal {
  const note = readNote(noteFile);
  if (note?.pid !== process.pid) return { holder: note, advice: WAIT };
  removeNote(noteFile);
  return { holder: null, advice: WAIT };
}

/** Null when somebody else has the lock, or the file changed hands meanwhile. */
function lockExclusively(lockFile: string): { connection: DatabaseSync; file: string } | null {
  let connection: DatabaseSync | undefined;
  try {
    // SQLite makes the file; only then is there something whose identity can be compared before and after it is opened.
    if (identityOf(lockFile) === null) new DatabaseSync(lockFile).close();
    const file = identityOf(lockFile);
    connection = new DatabaseSync(lockFile, { timeout: 0 });
    connection.exec('BEGIN EXCLUSIVE');
    if (file !== null && identityOf(lockFile) === file) return { connection, file };
    return stop(connection, null);
  } catch (error) {
    connection?.close();
    if (isBusy(error)) return null;
    throw cannotLock(lockFile, error);
  }
}

function stop<T>(connection: DatabaseSync, answer: T): T {
  connection.close();
  return answer;
}

function releaseOnce(release: () => void): Release {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    release();
  };
}

function realFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    return realpathSync(folder);
  } catch (error) {
    throw cannotLock(folder, error);
  }
}

function cannotLock(path: string, cause: unknown): AppError {
  const known = asAppError(cause);
  if (known.code === 'disk-full') return known;
  return new AppError('locked', `${path} cannot be locked. Is the disk full or the folder read-only?`, { cause });
}

function isBusy(error: unknown): boolean {
  // SQLITE_BUSY is 5; extended codes keep it in the low byte.
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === 5;
}
