import { lstatSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { compactLocal } from '../../../kernel/local-time.ts';
import { archiveName } from './archive-name.ts';

export interface ArchiveNamerOptions {
  workspace: string;
  /** Absolute. */
  archiveFolder: string;
  now: number;
  /** Whether the archive's index knows this path. */
  isArchived: (archivePath: string) => boolean;
}

/** Gives out archive paths (relative to the workspace, POSIX separators) that neither index, nor folder, nor an earlier call has. */
export function createArchiveNamer({ workspace, archiveFolder, now, isArchived }: ArchiveNamerOptions): (path: string) => string {
  const stamp = compactLocal(now);
  const prefix = relative(workspace, archiveFolder).split(sep).join('/');
  const given = new Set<string>();
  // Lower case: an archive that is carried to macOS or Windows keeps its files apart.
  const isTaken = (name: string): boolean =>
    given.has(name.toLowerCase()) ||
    isArchived(`${prefix}/${name}`) ||
    lstatSync(join(archiveFolder, name), { throwIfNoEntry: false }) !== undefined;
  return (path) => {
    const name = archiveName(path, stamp, isTaken);
    given.add(name.toLowerCase());
    return `${prefix}/${name}`;
  };
}
