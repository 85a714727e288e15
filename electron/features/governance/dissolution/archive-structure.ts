import { constants } from 'node:fs';
import {
  chmod,
  copyFile,
  lstat,
  lutimes,
  mkdir,
  open,
  readdir,
  readlink,
  rename,
  rm,
  rmdir,
  symlink,
  utimes,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fsyncFolder } from '../../../kernel/atomic-file.ts';
import { AppError, errnoOf } from '../../../kernel/errors.ts';
import { assertSame, exists } from './same.ts';
import { entryAt, type OnCount, type StructureEntry } from './survey.ts';

/** Where an archive grows until it is whole and proven. */
export const unfinishedArchive = (archive: string): string => `${archive}.partial`;

/** Files that are copied at a time: their fsyncs are then one for the disk. */
const AT_A_TIME = 16;

export interface ArchiveWork {
  /** Absolute: the structure, its archive, and the folder whose names are durable already. */
  folder: string;
  archive: string;
  workspace: string;
  /** What must be in the archive as planned. */
  entries: readonly StructureEntry[];
  /** Copied as they are now: logs that go on being written to. */
  logs: readonly string[];
  /** The unfinished archive is there, and ours. */
  onBegun: () => void;
  onCount?: OnCount;
  signal?: AbortSignal | undefined;
}

/**
 * Copies a structure and proves every byte of the copy before it gets its name. Durable on return. Modes and times of files, links and
 * folders come along.
 * @throws AppError `changed-meanwhile` when the structure is not what was planned, `unsafe-path` when the archive exists, `cancelled`
 */
export async function archiveStructure(work: ArchiveWork): Promise<void> {
  const { folder, archive, workspace, entries, logs, onBegun, onCount = () => undefined, signal } = work;
  const partial = unfinishedArchive(archive);
  if ((await exists(archive)) || (await exists(partial)))
    throw new AppError('unsafe-path', `${archive} exists already: nothing is written over it.`);
  await mkdir(dirname(archive), { recursive: true });
  await mkdir(partial);
  onBegun();
  const folders = entries.filter(({ kind }) => kind === 'folder');
  const files = entries.filter(({ kind }) => kind !== 'folder');
  for (const { path } of folders) await mkdir(join(partial, path));
  for (let at = 0; at < files.length; at += AT_A_TIME) {
    if (signal?.aborted === true) throw new AppError('cancelled', 'The dissolution was cancelled before anything was removed.');
    await Promise.all(files.slice(at, at + AT_A_TIME).map((entry) => copyEntry(folder, partial, entry)));
    onCount(Math.min(at + AT_A_TIME, files.length), files.length);
  }
  for (const path of logs) await copyEntry(folder, partial, entryAt(folder, path));
  for (const entry of files) assertSame(partial, entry, 'changed-meanwhile');
  // Last, and from the inside out: what is written in a folder changes its time, and needs its leave.
  for (const { path, mode, mtimeMs } of folders.toReversed()) {
    await fsyncFolder(join(partial, path));
    await chmod(join(partial, path), mode);
    await utimes(join(partial, path), mtimeMs / 1000, mtimeMs / 1000);
  }
  await fsyncFolder(partial);
  await rename(partial, archive);
  // Names of the folders above may be new too.
  for (let above = dirname(archive); above.length >= workspace.length; above = dirname(above)) await fsyncFolder(above);
}

async function copyEntry(folder: string, into: string, { path, kind, mode, mtimeMs }: StructureEntry): Promise<void> {
  const from = join(folder, path);
  const to = join(into, path);
  const time = mtimeMs / 1000;
  if (kind === 'link') {
    await symlink(await readlink(from, 'buffer'), to);
    return lutimes(to, time, time);
  }
  await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  await chmod(to, mode | 0o600);
  const copy = await open(to, 'r+');
  try {
    await copy.utimes(time, time);
    await copy.chmod(mode);
    await copy.sync();
  } finally {
    await copy.close();
  }
}

/**
 * Removes an archive that was never finished, and the folder that was made for it. What has its final name is not touched, nor is
 * anything that `isOurs` does not vouch for, unless it is an empty folder.
 */
export async function discardUnfinished(archive: string, isOurs: boolean): Promise<void> {
  const partial = unfinishedArchive(archive);
  if (isOurs && (await isFolder(partial))) {
    await openUp(partial);
    await rm(partial, { recursive: true, force: true });
  }
  for (const folder of [partial, dirname(archive)]) await removeEmpty(folder);
}

async function removeEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(errnoOf(error) ?? '')) throw error;
  }
}

/** Not a link to one. */
const isFolder = async (path: string): Promise<boolean> => (await exists(path)) && (await lstat(path)).isDirectory();

/** Copies of folders that nobody may write to cannot be emptied as they are. */
async function openUp(folder: string): Promise<void> {
  await chmod(folder, 0o700);
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory()) await openUp(join(folder, entry.name));
}
