import { createHash, hash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync, type BigIntStats } from 'node:fs';
import { errnoOf, messageOf } from './errors.ts';

/** What identifies the state of a file on disk. Times are nanoseconds since the epoch. */
export interface FileStamp {
  ino: bigint;
  size: bigint;
  mtimeNs: bigint;
  ctimeNs: bigint;
}

/** `changed`: the file is not, or no longer, the one that the stamp describes. */
export type HashOutcome = { state: 'hashed'; digest: Buffer } | { state: 'changed' } | { state: 'unreadable'; detail: string };

/** SHA-256 of bytes or text, in hex. */
export const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'hex');

/** Whether two stamps describe the same state of the same file. mtime alone proves nothing: anybody can set it; ctime is the kernel's. */
export const sameStamp = (a: FileStamp, b: FileStamp): boolean =>
  a.ino === b.ino && a.size === b.size && a.mtimeNs === b.mtimeNs && a.ctimeNs === b.ctimeNs;

/** The stamp of a bigint stat. */
export const stampOf = (stat: BigIntStats): FileStamp => ({
  // An identity, not a number: SQLite and shared arrays hold signed 64 bits.
  ino: BigInt.asIntN(64, stat.ino),
  size: stat.size,
  mtimeNs: stat.mtimeNs,
  ctimeNs: stat.ctimeNs,
});

/** One read's worth. Files that fit are hashed in one go, larger ones are streamed through it. */
const CHUNK_BYTES = 1 << 20;
/** Never through a symbolic link, and never waiting for a pipe that was put in the file's place. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
let shared: Buffer | undefined;

/** SHA-256 of a file that `expected` (an earlier stat) describes; synchronous, for worker threads. Never throws for a file's sake. */
export function hashFile(path: string, expected: FileStamp): HashOutcome {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, OPEN_FLAGS);
    const digest = digestOf(descriptor, Number(expected.size));
    // One stat after the reading is enough: equal inode and ctime mean that nothing happened since the stat before it.
    if (digest === null || !sameStamp(stampOf(fstatSync(descriptor, { bigint: true })), expected)) return { state: 'changed' };
    return { state: 'hashed', digest };
  } catch (error) {
    if (GONE.has(errnoOf(error) ?? '')) return { state: 'changed' };
    return { state: 'unreadable', detail: messageOf(error) };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Codes of a file that was taken away or replaced by something else since it was listed. */
const GONE = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'EISDIR', 'ESTALE']);

/** Null when the file is shorter than it should be. That it is not longer is for the caller's stat to say. */
function digestOf(descriptor: number, size: number): Buffer | null {
  const buffer = (shared ??= Buffer.allocUnsafeSlow(CHUNK_BYTES));
  if (size <= buffer.length) return fill(descriptor, buffer, size) ? hash('sha256', buffer.subarray(0, size), 'buffer') : null;
  const stream = createHash('sha256');
  for (let left = size; left > 0; left -= buffer.length) {
    const length = Math.min(left, buffer.length);
    if (!fill(descriptor, buffer, length)) return null;
    stream.update(buffer.subarray(0, length));
  }
  return stream.digest();
}

/** A single read may return less than there is. False when the file ends first. */
function fill(descriptor: number, buffer: Buffer, length: number): boolean {
  for (let filled = 0; filled < length;) {
    const read = readSync(descriptor, buffer, filled, length - filled, null);
    if (read === 0) return false;
    filled += read;
  }
  return true;
}
