import { lstatSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../kernel/errors.ts';
import { hashFile, sha256, stampOf } from '../../../kernel/hash.ts';
import { joinKey } from '../../../kernel/names.ts';

/** One thing in a structure, as it was found. `hash` of a link is that of where it points. */
export interface StructureEntry {
  /** Relative to the structure, as it is spelt on disk. */
  path: string;
  kind: 'file' | 'link' | 'folder';
  hash: string;
  size: number;
  mode: number;
}

/**
 * Lists and hashes everything in a structure, folders before what is in them. Links are not followed.
 * @throws AppError `source-unreadable` when anything cannot be read, or is neither file, folder nor link: it could not be archived
 */
export function surveyStructure(folder: string): StructureEntry[] {
  const entries: StructureEntry[] = [];
  const walk = (path: string): void => {
    for (const { name } of readdirSync(join(folder, path), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const entry = entryAt(folder, joinKey(path, name));
      entries.push(entry);
      if (entry.kind === 'folder') walk(entry.path);
    }
  };
  walk('');
  return entries;
}

/** What is at a path now. @throws AppError `source-unreadable` */
export function entryAt(folder: string, path: string): StructureEntry {
  const file = join(folder, path);
  const stat = lstatSync(file, { bigint: true });
  const base = { path, size: Number(stat.size), mode: Number(stat.mode) & 0o7777 };
  if (stat.isDirectory()) return { ...base, kind: 'folder', hash: '', size: 0 };
  if (stat.isSymbolicLink()) return { ...base, kind: 'link', hash: sha256(readlinkSync(file)) };
  if (!stat.isFile()) throw new AppError('source-unreadable', `${file} is neither file, folder nor link: it cannot be archived.`);
  const outcome = hashFile(file, stampOf(stat));
  if (outcome.state !== 'hashed') {
    const why = outcome.state === 'changed' ? 'it is being changed' : outcome.detail;
    throw new AppError('source-unreadable', `${file} could not be read (${why}): nothing was dissolved.`);
  }
  return { ...base, kind: 'file', hash: outcome.digest.toString('hex') };
}
