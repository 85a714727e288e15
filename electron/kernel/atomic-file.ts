import { randomBytes } from 'node:crypto';
import { open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errnoOf } from './errors.ts';

/** Names of our own unfinished files: what a power cut leaves behind may be removed by this pattern. */
export const TEMPORARY_NAME = /^\.nightguard-[0-9a-f]{12}\.tmp$/;

/** Removes what a crash left behind in a folder; the caller knows that nobody of ours is writing there now. */
export async function sweepTemporaries(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  });
  for (const name of names) if (TEMPORARY_NAME.test(name)) await rm(join(folder, name), { force: true });
}

const PERMISSION_BITS = 0o7777;
/** Windows has no fsync for folders; some network and FUSE file systems refuse it. */
const FOLDER_SYNC_REFUSED =
  process.platform === 'win32' ? ['EPERM', 'EISDIR', 'EACCES', 'EINVAL', 'ENOTSUP'] : ['EINVAL', 'ENOTSUP'];

/** A fresh path for a temporary file in the folder of `path`, so that the rename stays on one file system. */
export const temporaryBeside = (path: string): string => join(dirname(path), `.nightguard-${randomBytes(6).toString('hex')}.tmp`);

/** Makes the names in a folder durable. Where folders cannot be fsynced this does nothing. */
export async function fsyncFolder(path: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, 'r');
    await handle.sync();
  } catch (error) {
    if (!FOLDER_SYNC_REFUSED.includes(errnoOf(error) ?? '')) throw error;
  } finally {
    await handle?.close();
  }
}

/**
 * Replaces a file so that it has either its old bytes or all of the new ones, whatever happens, and durably so on return.
 * An existing file's permission bits are kept unless `mode` is given. The folder must exist.
 */
export async function writeFileAtomic(path: string, data: string | Uint8Array, options: { mode?: number } = {}): Promise<void> {
  const temporary = temporaryBeside(path);
  const mode = options.mode ?? (await permissionsOf(path));
  try {
    await writeDurably(temporary, data, mode);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await fsyncFolder(dirname(path));
}

async function writeDurably(path: string, data: string | Uint8Array, mode: number | undefined): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(data);
    // Not as open()'s argument: the umask would take bits away.
    if (mode !== undefined) await handle.chmod(mode);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function permissionsOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mode & PERMISSION_BITS;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
