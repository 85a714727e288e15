import { rmdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fsyncFolder } from '../../../kernel/atomic-file.ts';
import { errnoOf } from '../../../kernel/errors.ts';
import { assertSame } from './archive-structure.ts';
import { entryAt, type StructureEntry } from './survey.ts';

/**
 * Removes what the archive is proven to hold, and nothing else: a file that has changed since, or came later, stays and is named.
 * Goes on where an earlier run was killed. Returns what was left, relative to the structure.
 */
export async function removeStructure(
  folder: string,
  archive: string,
  entries: readonly StructureEntry[],
  kept: readonly string[],
): Promise<string[]> {
  const left = new Set<string>(kept);
  // Children before their folders.
  for (const entry of entries.toReversed()) {
    const { path, kind } = entry;
    if (left.has(path)) continue;
    const removed = kind === 'folder' ? await removeFolder(join(folder, path)) : await removeFile(folder, archive, entry);
    if (!removed) left.add(path);
  }
  if (!(await removeFolder(folder)) && left.size === 0) left.add('.');
  await fsyncFolder(dirname(folder));
  return [...left].sort();
}

async function removeFile(folder: string, archive: string, entry: StructureEntry): Promise<boolean> {
  try {
    const now = entryAt(folder, entry.path);
    if (now.kind !== entry.kind || now.hash !== entry.hash) return false;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return true;
    throw error;
  }
  // Looked at again right before the only other copy goes.
  assertSame(archive, entry, 'hash-mismatch');
  await unlink(join(folder, entry.path));
  return true;
}

/** Only an empty folder is removed: what is in it has not been archived. */
async function removeFolder(folder: string): Promise<boolean> {
  try {
    await rmdir(folder);
    return true;
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'ENOENT') return true;
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return false;
    throw error;
  }
}
