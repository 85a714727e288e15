import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { AppError, errnoOf } from '../../../kernel/errors.ts';

/**
 * The disk work of a release, file by file. Synchronous on purpose: it runs in worker threads, where synchronous calls are
 * several times cheaper than asynchronous ones. Each function is safe to be killed at any point: what it leaves behind is
 * either complete or unmistakably not there.
 */

/** A proven copy: the bytes of `from`, whose SHA-256 must be `hash`, durable at `to`, which must not exist. */
export interface CopyJob {
  from: string;
  to: string;
  hash: string;
  /** Permission bits of the copy. */
  mode: number;
}

/** Puts one file in its place, or takes it away. */
export interface ReplaceJob {
  target: string;
  /** New bytes on the same file system; null removes the target. */
  staged: string | null;
  /** Where the replaced file is held until the release is committed; null when the target must not exist. */
  captured: string | null;
  /** The folders from the workspace down to the target: none may have become a link since it was looked at. */
  folders: string[];
  /** What the target was when it was archived. */
  expected: FileStamp | null;
}

/** Tells one state of a file from another without reading it. */
export interface FileStamp {
  ino: bigint;
  size: bigint;
  mtimeNs: bigint;
}

/** Links are not followed, and a pipe that was put in a file's place does not make us wait. */
const READ = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
const CHUNK = 1024 * 1024;
let buffer: Buffer | undefined;

/**
 * Copies and proves. Returns the stamp of the file that was read.
 * @throws AppError `changed-meanwhile` when the content is not the expected one or changed while it was read.
 */
export function copyProven({ from, to, hash, mode }: CopyJob): FileStamp {
  const input = openSync(from, READ);
  try {
    const before = fstatSync(input, { bigint: true });
    const output = openSync(to, 'wx', mode);
    try {
      const copied = pump(input, output);
      const after = fstatSync(input, { bigint: true });
      if (copied !== hash || !sameStamp(before, after)) throw changed(from);
      fchmodSync(output, mode);
      fsyncSync(output);
    } catch (error) {
      closeSync(output);
      rmSync(to, { force: true });
      throw error;
    }
    closeSync(output);
    return stampOf(before);
  } finally {
    closeSync(input);
  }
}

/** SHA-256 of a file in hex. Never follows a symbolic link. */
export function hashOfFile(path: string): string {
  const input = openSync(path, READ);
  try {
    return pump(input, null);
  } finally {
    closeSync(input);
  }
}

/** What `hashOrNull` says of a folder, a link or a device: it equals no content. */
export const NOT_A_FILE = 'not-a-file';

/** SHA-256 of what is at `path`, null where nothing is. Never opens what is no regular file: a pipe would never answer. */
export function hashOrNull(path: string): string | null {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  return stat.isFile() ? hashOfFile(path) : NOT_A_FILE;
}

/**
 * A copy into the archive counts only after it has been read back. It gets its name when it is whole, and never one that exists:
 * whatever carries an archived file's name is either all of it or somebody else's.
 */
export function archiveProven(job: CopyJob): FileStamp {
  const part = `${job.to}.part`;
  rmSync(part, { force: true });
  const stamp = copyProven({ ...job, to: part });
  if (hashOfFile(part) !== job.hash) {
    throw new AppError('hash-mismatch', `The archived copy ${job.to} does not read back as it was written. Check the disk.`);
  }
  linkOrRename(part, job.to);
  rmSync(part, { force: true });
  return stamp;
}

/**
 * Replaces one file so that readers see the old or the new file, never neither. The old file is captured by a second
 * name first: bytes that somebody writes into it at the last moment are noticed and kept.
 * @throws AppError `changed-meanwhile` when the target is not what was archived.
 */
export function replaceFile({ target, staged, captured, folders, expected }: ReplaceJob): void {
  for (const folder of folders) if (!lstatSync(folder).isDirectory()) throw changed(folder);
  if (expected === null) {
    if (staged !== null) placeNew(staged, target);
    return;
  }
  if (captured === null) throw new AppError('internal', `No place to capture ${target}`);
  if (staged === null) renameSync(target, captured);
  else if (!tryLink(target, captured)) renameSync(target, captured); // no hard links on this file system
  if (!sameStamp(expected, lstatSync(captured, { bigint: true }))) throw changed(target);
  if (staged !== null) {
    renameSync(staged, target);
    if (!sameStamp(expected, lstatSync(captured, { bigint: true }))) throw changed(target);
  }
}

/** Fails when something appeared at the target: a link never overwrites. */
function placeNew(staged: string, target: string): void {
  try {
    // The staged name stays until the release ends: it proves that the file at the target is ours.
    if (tryLink(staged, target)) return;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') throw changed(target);
    throw error;
  }
  if (stampOrNull(target) !== null) throw changed(target);
  closeSync(openSync(staged.replace(/\.new$/, '.placed'), 'w'));
  renameSync(staged, target);
}

const NO_HARD_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

function tryLink(existing: string, name: string): boolean {
  try {
    linkSync(existing, name);
    return true;
  } catch (error) {
    if (NO_HARD_LINKS.has(errnoOf(error) ?? '')) return false;
    throw error;
  }
}

/** Gives the bytes of `from` a second name (or, without hard links or across file systems, moves or copies them). Never overwrites. */
export function linkOrRename(from: string, to: string): void {
  try {
    if (tryLink(from, to)) return;
  } catch (error) {
    if (errnoOf(error) !== 'EXDEV') throw error;
    const { mode } = lstatSync(from);
    copyProven({ from, to, hash: hashOfFile(from), mode: mode & 0o777 });
    return;
  }
  if (stampOrNull(to) !== null) throw new AppError('internal', `${to} exists already`);
  renameSync(from, to);
}

/** The stamp of whatever is at `path`, or null when nothing is. */
export function stampOrNull(path: string): FileStamp | null {
  const stat = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? null : stampOf(stat);
}

/** Whether two names are of one file. */
export function sameInode(a: string, b: string): boolean {
  const one = stampOrNull(a);
  return one !== null && one.ino === stampOrNull(b)?.ino;
}

const sameStamp = (a: FileStamp, b: FileStamp): boolean => a.ino === b.ino && a.size === b.size && a.mtimeNs === b.mtimeNs;

const stampOf = ({ ino, size, mtimeNs }: FileStamp): FileStamp => ({ ino, size, mtimeNs });

const changed = (path: string): AppError =>
  new AppError('changed-meanwhile', `${path} was changed by someone else while the update was running.`);

/** Reads everything, hashes it, and writes it on when there is an output. */
function pump(input: number, output: number | null): string {
  buffer ??= Buffer.allocUnsafe(CHUNK);
  const hash = createHash('sha256');
  for (;;) {
    const length = readSync(input, buffer, 0, CHUNK, null);
    if (length === 0) return hash.digest('hex');
    const chunk = buffer.subarray(0, length);
    hash.update(chunk);
    if (output !== null) writeAll(output, chunk);
  }
}

/** A write may take less than it was given. */
function writeAll(output: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) written += writeSync(output, bytes, written);
}

/** Makes names in these folders durable. Some platforms cannot open folders: there renames are durable by themselves. */
export function fsyncFolders(folders: Iterable<string>): void {
  for (const folder of folders) {
    let descriptor: number;
    try {
      descriptor = openSync(folder, constants.O_RDONLY);
    } catch (error) {
      if (process.platform === 'win32' || errnoOf(error) === 'ENOENT') continue;
      throw error;
    }
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  }
}
