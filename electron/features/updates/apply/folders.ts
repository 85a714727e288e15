import { rmdirSync } from 'node:fs';
import { posix } from 'node:path';
import { errnoOf } from '../../../kernel/errors.ts';
import { within } from '../../../kernel/paths.ts';
import type { JournalRow, Releases } from '../ledger/releases.ts';

/** Folders that a release made and that are empty again go with it. Others' folders, and others' files in them, stay. */
export function removeFoldersOf(workspace: string, releases: Releases, release: number): void {
  for (const folder of releases.folders(release)) removeIfEmpty(workspace, folder);
}

/** Removing the last file of a folder that Nightguard once made removes the folder, so that an undo leaves no trace. */
export function removeEmptiedFolders(workspace: string, releases: Releases, rows: readonly JournalRow[]): void {
  for (const row of rows) {
    if (row.after_hash !== null) continue;
    for (let folder = posix.dirname(row.path); folder !== '.' && releases.madeFolder(folder); folder = posix.dirname(folder)) {
      if (!removeIfEmpty(workspace, folder)) break;
    }
  }
}

const NOT_EMPTY_OR_GONE = new Set(['ENOENT', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR']);

function removeIfEmpty(workspace: string, folder: string): boolean {
  try {
    rmdirSync(within(workspace, folder));
    return true;
  } catch (error) {
    if (NOT_EMPTY_OR_GONE.has(errnoOf(error) ?? '')) return false;
    throw error;
  }
}
