import { readdirSync } from 'node:fs';
import type { ListFolders } from './detect-drive-folders.ts';

/** Lists folders on the real disk, links to folders included: Drive's own root may be one. */
export const listFolders: ListFolders = (path) => {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
      .map((entry) => entry.name);
  } catch {
    // Not there, or not ours to read: in either case there is nothing to offer.
    return null;
  }
};
