import { rmdirSync } from 'node:fs';
import { posix } from 'node:path';
import { errnoOf } from '../../../kernel/errors.ts';
import { within } from '../../../kernel/paths.ts';
import type { Releases } from '../ledger/releases.ts';

/** The folders above a path, nearest first. */
export function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let folder = posix.dirname(path); folder !== '.'; folder = posix.dirname(folder)) folders.push(folder);
  return folders;
}

/**
 * Removes the folders that a release names (the ones it `made`, or the ones it `empties`) where they are empty now.
 * Folders in which somebody has put something stay.
 */
export function removeEmptyFolders(workspace: string, releases: Releases, release: number, which: 'made' | 'emptied'): void {
  for (const folder of releases.folders(release, which)) {
    try {
      rmdirSync(within(workspace, folder));
    } catch (error) {
      if (!NOT_EMPTY_OR_GONE.has(errnoOf(error) ?? '')) throw error;
    }
  }
}

const NOT_EMPTY_OR_GONE = new Set(['ENOENT', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR']);
