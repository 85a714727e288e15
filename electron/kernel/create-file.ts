import { link, lstat, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fsyncFolder, temporaryBeside, writeFileAtomic } from './atomic-file.ts';
import { errnoOf } from './errors.ts';

/**
 * Creates a file with all of its content or not at all, durably, and never over another one.
 * Resolves to false, leaving things as they are, when something is there already.
 */
export async function createFile(path: string, text: string): Promise<boolean> {
  const temporary = temporaryBeside(path);
  try {
    await writeFileAtomic(temporary, text);
    if (!(await nameIt(temporary, path))) return false;
  } finally {
    await rm(temporary, { force: true });
  }
  await fsyncFolder(dirname(path));
  return true;
}

/** A hard link, unlike a rename, refuses to replace. */
async function nameIt(temporary: string, path: string): Promise<boolean> {
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EACCES'].includes(errnoOf(error) ?? '')) throw error;
  }
  // FAT and some network disks have no hard links: a look first, then.
  if (await exists(path)) return false;
  await rename(temporary, path);
  return true;
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
}
