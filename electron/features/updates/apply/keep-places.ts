import { mkdirSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { within } from '../../../kernel/paths.ts';
import { createArchiveNamer } from '../archive/archive-namer.ts';
import type { ApplyContext } from './context.ts';

/** Gives out places in the archive for bytes that must be kept, and enters those that were used into its index. */
export interface KeepPlaces {
  /** Absolute path that nothing else uses. */
  reserve(path: string): string;
  /** The bytes are there now. */
  enter(place: string, file: { key: string; path: string; hash: string; mode: number; size: number }, release: number): void;
}

export function createKeepPlaces({ workspace, archiveFolder: folderOf, archive, clock }: ApplyContext): KeepPlaces {
  const now = clock.now();
  const archiveFolder = folderOf();
  // Somebody may have cleaned it away while the release ran.
  mkdirSync(archiveFolder, { recursive: true });
  const nameFor = createArchiveNamer({ workspace, archiveFolder, now, isArchived: (path) => archive.hasPath(path) });
  return {
    reserve: (path) => within(workspace, nameFor(path)),
    enter(place, file, release) {
      archive.add({ ...file, archived_at: now, archive_path: relative(workspace, place).split(sep).join('/'), release });
    },
  };
}
