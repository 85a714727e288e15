import { lstatSync, mkdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { compactLocal } from '../../../kernel/local-time.ts';
import { archiveName } from '../archive/archive-name.ts';
import type { ApplyContext } from './context.ts';

/** Gives out places in the archive for bytes that must be kept, and enters those that were used into its index. */
export interface KeepPlaces {
  /** Absolute path that nothing else uses. */
  reserve(path: string): string;
  /** The bytes are there now. */
  enter(place: string, file: { key: string; path: string; hash: string; mode: number; size: number }, release: number): void;
}

export function createKeepPlaces({ workspace, archiveFolder, archive, clock }: ApplyContext): KeepPlaces {
  const now = clock.now();
  const stamp = compactLocal(now);
  const folder = archiveFolder();
  // Somebody may have cleaned it away while the release ran.
  mkdirSync(folder, { recursive: true });
  const reserved = new Set<string>();
  const toArchivePath = (place: string): string => relative(workspace, place).split(sep).join('/');
  const isTaken = (name: string): boolean => {
    const place = join(folder, name);
    const known = reserved.has(name.toLowerCase()) || archive.hasPath(toArchivePath(place));
    return known || lstatSync(place, { throwIfNoEntry: false }) !== undefined;
  };
  return {
    reserve(path) {
      const name = archiveName(path, stamp, isTaken);
      reserved.add(name.toLowerCase());
      return join(folder, name);
    },
    enter(place, file, release) {
      archive.add({ ...file, archived_at: now, archive_path: toArchivePath(place), release });
    },
  };
}
