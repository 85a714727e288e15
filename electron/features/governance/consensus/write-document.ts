import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { temporaryBeside } from '../../../kernel/atomic-file.ts';
import { AppError, errnoOf } from '../../../kernel/errors.ts';
import { assertRealFolders, within } from '../../../kernel/paths.ts';
import { fsyncFolderSync } from '../audit-log/append/log-file.ts';
import { writeWhole } from '../audit-log/append/journal.ts';

const MOST_BYTES = 1 << 20;
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A document's bytes as they are now; null when there is none. Not through links. @throws AppError `unsafe-path`, `usage` */
export function readDocument(workspace: string, path: string): Uint8Array | null {
  const file = within(workspace, path);
  assertRealFolders(workspace, path, new Set());
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, FLAGS);
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) throw new AppError('unsafe-path', `${path} is not a file.`);
    if (stat.size > MOST_BYTES) throw new AppError('usage', `${path} is larger than ${MOST_BYTES} bytes: that is no document.`);
    return readFileSync(descriptor);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    if (errnoOf(error) === 'ELOOP') throw new AppError('unsafe-path', `${path} is a symbolic link.`, { cause: error });
    throw error;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Puts a document in its place so that it has its old bytes or all of the new ones, durably on return. Permission bits are kept. */
export function writeDocument(workspace: string, path: string, bytes: Uint8Array): void {
  const file = within(workspace, path);
  assertRealFolders(workspace, path, new Set());
  mkdirSync(dirname(file), { recursive: true });
  const mode = lstatSync(file, { throwIfNoEntry: false })?.mode;
  const temporary = temporaryBeside(file);
  try {
    const descriptor = openSync(temporary, 'wx');
    try {
      writeWhole(descriptor, Buffer.from(bytes));
      if (mode !== undefined) fchmodSync(descriptor, mode & 0o7777);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  fsyncFolderSync(dirname(file));
}
