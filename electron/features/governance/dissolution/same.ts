import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, errnoOf } from '../../../kernel/errors.ts';
import { entryAt, type StructureEntry } from './survey.ts';

/** @throws AppError with `code` when what is there is not what was planned, or is not there */
export function assertSame(folder: string, entry: StructureEntry, code: 'changed-meanwhile' | 'hash-mismatch'): void {
  if (!isSame(folder, entry))
    throw new AppError(code, `${join(folder, entry.path)} is not what it was when the dissolution was planned.`);
}

function isSame(folder: string, { path, kind, hash }: StructureEntry): boolean {
  const now = thereNow(folder, path);
  return now?.kind === kind && now.hash === hash;
}

function thereNow(folder: string, path: string): StructureEntry | null {
  try {
    return entryAt(folder, path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return null;
    throw error;
  }
}

/** Whether an archive has its name, and with it everything that was planned. @throws AppError `source-unreadable` */
export async function isArchived(archive: string, entries: readonly StructureEntry[]): Promise<boolean> {
  if (!(await exists(archive))) return false;
  return entries.every((entry) => entry.kind === 'folder' || isSame(archive, entry));
}

/** Whether anything is at an absolute path. */
export async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
}
