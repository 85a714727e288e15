import { setImmediate as nextTurn } from 'node:timers/promises';
import { hashFile, type FileStamp } from '../../../kernel/hash.ts';
import { assertNotCancelled, type CancelFlag } from './cancel.ts';

/** Files to hash and a place for the results, in memory that threads share: nothing but the paths is copied. */
export interface HashJob {
  paths: readonly string[];
  /** Four numbers a file: inode, size, mtime and ctime in nanoseconds. */
  stamps: BigInt64Array<SharedArrayBuffer>;
  /** 32 bytes a file. */
  digests: Uint8Array<SharedArrayBuffer>;
  states: Uint8Array<SharedArrayBuffer>;
  /** Index of the next file that nobody has taken. */
  next: Int32Array<SharedArrayBuffer>;
  cancel: CancelFlag;
}

export const HASHED = 1;
export const CHANGED = 2;
const UNREADABLE = 3;

/** Index of each file that could not be read, and why. */
export type HashProblems = [index: number, detail: string][];

export const DIGEST_BYTES = 32;
const STAMP_NUMBERS = 4;
/** How long to hash before other work of this thread (messages, starting threads) gets its turn. */
const TURN_MS = 4;

/** Lays out a job for files that were all stat'ed before. */
export function createHashJob(files: readonly { path: string; stamp: FileStamp }[], cancel: CancelFlag): HashJob {
  const shared = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes);
  const stamps = new BigInt64Array(shared(files.length * STAMP_NUMBERS * BigInt64Array.BYTES_PER_ELEMENT));
  for (const [index, { stamp }] of files.entries()) {
    stamps.set([stamp.ino, stamp.size, stamp.mtimeNs, stamp.ctimeNs], index * STAMP_NUMBERS);
  }
  return {
    paths: files.map((file) => file.path),
    stamps,
    digests: new Uint8Array(shared(files.length * DIGEST_BYTES)),
    states: new Uint8Array(shared(files.length)),
    next: new Int32Array(shared(Int32Array.BYTES_PER_ELEMENT)),
    cancel,
  };
}

/**
 * Takes files off the job until none is left; several threads may do so at once.
 * @throws AppError `cancelled`
 */
export async function workOn(job: HashJob, onTurn?: (taken: number) => void): Promise<HashProblems> {
  const problems: HashProblems = [];
  let turnEnds = performance.now() + TURN_MS;
  for (let index = Atomics.add(job.next, 0, 1); index < job.paths.length; index = Atomics.add(job.next, 0, 1)) {
    hashInto(job, index, problems);
    if (performance.now() < turnEnds) continue;
    assertNotCancelled(job.cancel);
    onTurn?.(index);
    await nextTurn();
    turnEnds = performance.now() + TURN_MS;
  }
  return problems;
}

function hashInto(job: HashJob, index: number, problems: HashProblems): void {
  const outcome = hashFile(job.paths[index] ?? '', stampAt(job.stamps, index));
  switch (outcome.state) {
    case 'hashed':
      job.digests.set(outcome.digest, index * DIGEST_BYTES);
      job.states[index] = HASHED;
      return;
    case 'changed':
      job.states[index] = CHANGED;
      return;
    case 'unreadable':
      job.states[index] = UNREADABLE;
      problems.push([index, outcome.detail]);
  }
}

function stampAt(stamps: BigInt64Array, index: number): FileStamp {
  const [ino = 0n, size = 0n, mtimeNs = 0n, ctimeNs = 0n] = stamps.subarray(index * STAMP_NUMBERS, (index + 1) * STAMP_NUMBERS);
  return { ino, size, mtimeNs, ctimeNs };
}
