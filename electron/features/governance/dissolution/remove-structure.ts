import { lstatSync, readdirSync } from 'node:fs';
import { rmdir, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fsyncFolder } from '../../../kernel/atomic-file.ts';
import { errnoOf } from '../../../kernel/errors.ts';
import { joinKey, parentKey } from '../../../kernel/names.ts';
import { within } from '../../../kernel/paths.ts';
import { assertSame } from './same.ts';
import { entryAt, type OnCount, type StructureEntry } from './survey.ts';
import { leadsThroughLink } from './through-links.ts';
import { writersBelow } from './writers.ts';

export interface RemovalWork {
  /** Absolute. */
  workspace: string;
  /** Relative to the workspace. */
  structure: string;
  /** Absolute. */
  archive: string;
  entries: readonly StructureEntry[];
  /** Whether a file stays, whatever else goes. */
  stays: (path: string) => boolean;
  onCount?: OnCount;
}

/**
 * Removes what the archive is proven to hold, and nothing else: what has changed since, came later, is being written to, or cannot be
 * removed, or lies behind a symbolic link by now, stays and is named. Goes on where an earlier run was killed. Returns what was left, relative to the structure.
 * @throws AppError `hash-mismatch` when the archive does not hold it any more
 */
export async function removeStructure(work: RemovalWork): Promise<string[]> {
  const { workspace, structure, archive, entries, stays, onCount } = work;
  const folder = within(workspace, structure);
  if (leadsThroughLink(workspace, structure)) return ['.'];
  if (!isThere(folder)) return [];
  const busy = new Set(writersBelow(folder).map(({ path }) => path));
  let done = 0;
  // Children before their folders.
  for (const entry of entries.toReversed()) {
    done += 1;
    if (done % 50 === 0) onCount?.(done, entries.length);
    if (stays(entry.path) || busy.has(entry.path)) continue;
    if (leadsThroughLink(workspace, joinKey(structure, parentKey(entry.path)))) continue;
    if (entry.kind === 'folder') await withoutLeave(() => rmdir(join(folder, entry.path)));
    else await removeFile(folder, archive, entry);
  }
  await withoutLeave(() => rmdir(folder));
  await fsyncFolder(dirname(folder));
  return leftIn(folder).filter((path) => !stays(path));
}

async function removeFile(folder: string, archive: string, entry: StructureEntry): Promise<void> {
  const file = join(folder, entry.path);
  if (!isThere(file)) return;
  // Looked at again right before the only other copy goes; the file itself last.
  assertSame(archive, entry, 'hash-mismatch');
  if (isAsPlanned(folder, entry)) await withoutLeave(() => unlink(file));
}

function isAsPlanned(folder: string, { path, kind, hash }: StructureEntry): boolean {
  try {
    const now = entryAt(folder, path);
    return now.kind === kind && now.hash === hash;
  } catch {
    // Gone, being written, or not readable any more: not what was archived, as far as can be known.
    return false;
  }
}

const STAYS = ['ENOENT', 'ENOTDIR', 'ENOTEMPTY', 'EEXIST', 'EACCES', 'EPERM', 'EBUSY', 'EROFS'];

/** What the system does not let go is found, and named, afterwards. A folder with something in it is never removed. */
async function withoutLeave(remove: () => Promise<void>): Promise<void> {
  try {
    await remove();
  } catch (error) {
    if (!STAYS.includes(errnoOf(error) ?? '')) throw error;
  }
}

/** Files that are there, and folders with nothing in them; `.` is the structure's own folder. */
function leftIn(folder: string): string[] {
  if (!isThere(folder)) return [];
  const left: string[] = [];
  const walk = (path: string): void => {
    const entries = readdirSync(join(folder, path), { withFileTypes: true });
    if (entries.length === 0) left.push(path === '' ? '.' : path);
    for (const entry of entries) {
      const below = joinKey(path, entry.name);
      if (entry.isDirectory()) walk(below);
      else left.push(below);
    }
  };
  walk('');
  return left.sort();
}

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;
