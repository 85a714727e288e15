import { readdirSync } from 'node:fs';
import { errnoOf, messageOf } from '../../../kernel/errors.ts';
import { foldName, joinKey, toKey } from '../../../kernel/names.ts';
import { onDisk, type Obstacle } from './entries.ts';
import type { FolderToWalk } from './walk-source.ts';

/** The folders on disk that the dirty keys mean. */
export interface ResolvedFolders {
  /** In every spelling and case that Core has: names that collide must be seen together. */
  present: FolderToWalk[];
  /** Keys of folders that are not there (any more), or that something stands in the way of. */
  absent: string[];
  blocked: Map<string, Obstacle>;
}

/** Finds the dirty folders in Core without walking it: only the folders on the way to them are listed. */
export function resolveFolders(root: string, keys: readonly string[]): ResolvedFolders {
  const result: ResolvedFolders = { present: [], absent: [], blocked: new Map() };
  const listings = new Map<string, readonly Listed[] | null>();
  const children = (folder: FolderToWalk): readonly Listed[] | null => {
    let found = listings.get(folder.path);
    if (found === undefined) {
      found = list(root, folder, result.blocked);
      listings.set(folder.path, found);
    }
    return found;
  };
  for (const key of new Set(keys)) {
    let reached: FolderToWalk[] = [{ key: '', path: '' }];
    for (const segment of key === '' ? [] : key.split('/')) {
      reached = reached.flatMap((folder) => matching(children(folder) ?? [], folder, segment, result.blocked));
    }
    result.present.push(...reached);
    if (!reached.some((folder) => folder.key === key)) result.absent.push(key);
  }
  return result;
}

interface Listed {
  name: string;
  folded: string;
  kind: 'folder' | 'link';
}

function list(root: string, folder: FolderToWalk, blocked: Map<string, Obstacle>): Listed[] | null {
  try {
    const entries = readdirSync(onDisk(root, folder.path), { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
      .map((entry) => ({ name: entry.name, folded: foldName(entry.name), kind: entry.isDirectory() ? 'folder' : 'link' }));
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') blocked.set(folder.key, { reason: 'unreadable', detail: messageOf(error) });
    return null;
  }
}

function matching(
  listed: readonly Listed[],
  parent: FolderToWalk,
  segment: string,
  blocked: Map<string, Obstacle>,
): FolderToWalk[] {
  const folded = foldName(segment);
  const matches = listed.filter((entry) => entry.folded === folded);
  for (const { name, kind } of matches) {
    if (kind === 'link') blocked.set(joinKey(parent.key, toKey(name)), { reason: 'symlink', detail: 'a symbolic link in Core' });
  }
  return matches
    .filter((entry) => entry.kind === 'folder')
    .map(({ name }) => ({ key: joinKey(parent.key, toKey(name)), path: joinKey(parent.path, name) }));
}

/** Whether a known file below a dirty folder was looked at: it lies in the folder itself, or its sub-folder is gone or was entered. */
export function inScope(key: string, folder: string, present: ReadonlySet<string>): boolean {
  const rest = folder === '' ? key : key.slice(folder.length + 1);
  const slash = rest.indexOf('/');
  return slash < 0 || !present.has(joinKey(folder, rest.slice(0, slash)));
}
