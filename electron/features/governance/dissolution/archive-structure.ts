import { constants } from 'node:fs';
import { chmod, copyFile, lstat, mkdir, open, readlink, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fsyncFolder } from '../../../kernel/atomic-file.ts';
import { AppError } from '../../../kernel/errors.ts';
import { entryAt, type StructureEntry } from './survey.ts';

/** Where an archive grows until it is whole and proven. */
export const unfinishedArchive = (archive: string): string => `${archive}.partial`;

/**
 * Copies a structure and proves every byte of the copy before it gets its name. Durable on return.
 * @throws AppError `changed-meanwhile` when the structure is not what was planned, `unsafe-path` when the archive exists
 */
export async function archiveStructure(folder: string, archive: string, entries: readonly StructureEntry[]): Promise<void> {
  const partial = unfinishedArchive(archive);
  if ((await exists(archive)) || (await exists(partial)))
    throw new AppError('unsafe-path', `${archive} exists already: nothing is written over it.`);
  await mkdir(dirname(archive), { recursive: true });
  await mkdir(partial);
  for (const entry of entries) await copyEntry(folder, partial, entry);
  for (const entry of entries) assertSame(partial, entry, 'changed-meanwhile');
  for (const { path, kind } of entries.toReversed()) if (kind === 'folder') await fsyncFolder(join(partial, path));
  await fsyncFolder(partial);
  await rename(partial, archive);
  await fsyncFolder(dirname(archive));
  // Names of the folders above may be new too.
  await fsyncFolder(dirname(dirname(archive)));
}

async function copyEntry(folder: string, into: string, { path, kind, mode }: StructureEntry): Promise<void> {
  const from = join(folder, path);
  const to = join(into, path);
  if (kind === 'folder') return mkdir(to);
  if (kind === 'link') return symlink(await readlink(from), to);
  await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  await chmod(to, mode | 0o200);
  const copy = await open(to, 'r+');
  try {
    await copy.sync();
  } finally {
    await copy.close();
  }
  await chmod(to, mode);
}

/** @throws AppError with `code` when what is there is not what was planned */
export function assertSame(
  folder: string,
  { path, kind, hash }: StructureEntry,
  code: 'changed-meanwhile' | 'hash-mismatch',
): void {
  const now = entryAt(folder, path);
  if (now.kind !== kind || now.hash !== hash)
    throw new AppError(code, `${join(folder, path)} is not what it was when the dissolution was planned.`);
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
}

/** Removes an archive that was never finished. What has its final name is not touched. */
export const discardUnfinished = (archive: string): Promise<void> =>
  rm(unfinishedArchive(archive), { recursive: true, force: true });
