import { lstatSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { AppError, errnoOf } from '../../../kernel/errors.ts';
import { hashFile, sha256, stampOf } from '../../../kernel/hash.ts';
import { joinKey } from '../../../kernel/names.ts';
import { mountsBelow } from './mounts.ts';

/** One thing in a structure, as it was found. `hash` of a link is that of where it points. */
export interface StructureEntry {
  /** Relative to the structure, as it is spelt on disk. */
  path: string;
  kind: 'file' | 'link' | 'folder';
  hash: string;
  size: number;
  mode: number;
  /** Epoch milliseconds, with fractions. */
  mtimeMs: number;
}

export type OnCount = (done: number, total: number) => void;

/** Other work gets its turn after this many entries. */
const BREATH = 100;

/**
 * Lists and hashes everything in a structure, folders before what is in them. Links are not followed.
 * @throws AppError `source-unreadable` when anything cannot be read, or is neither file, folder nor link: it could not be archived;
 * `unsafe-path` when another file system is mounted in it
 */
export async function surveyStructure(folder: string, onCount: OnCount = () => undefined): Promise<StructureEntry[]> {
  const [mount] = mountsBelow(folder);
  if (mount !== undefined) throw otherSystem(mount);
  const { dev } = lstatSync(folder);
  const entries: StructureEntry[] = [];
  const walk = async (path: string): Promise<void> => {
    for (const name of namesIn(join(folder, path))) {
      const entry = listed(folder, joinKey(path, name));
      entries.push(entry);
      if (entries.length % BREATH === 0) {
        onCount(entries.length, 0);
        await breathe();
      }
      if (entry.kind !== 'folder') continue;
      if (lstatSync(join(folder, entry.path)).dev !== dev) throw otherSystem(join(folder, entry.path));
      await walk(entry.path);
    }
  };
  await walk('');
  return entries;
}

const otherSystem = (path: string): AppError =>
  new AppError('unsafe-path', `${path} is a file system of its own: nothing beyond the workspace's is dissolved.`);

/** Sorted, so that the same structure gives the same plan. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    throw new AppError('source-unreadable', `${folder} could not be read (${errnoOf(error)}): nothing was dissolved.`, {
      cause: error,
    });
  }
}

function listed(folder: string, path: string): StructureEntry {
  try {
    return entryAt(folder, path);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    // Gone since it was listed, or its name is no Unicode and cannot be said.
    const why = path.includes('\uFFFD') ? 'its name is not valid Unicode' : String(errnoOf(error));
    throw new AppError('source-unreadable', `${join(folder, path)} could not be read (${why}): nothing was dissolved.`, {
      cause: error,
    });
  }
}

/** What is at a path now. @throws AppError `source-unreadable`; a system error when nothing is there */
export function entryAt(folder: string, path: string): StructureEntry {
  const file = join(folder, path);
  const stat = lstatSync(file, { bigint: true });
  const mtimeMs = Number(stat.mtimeNs) / 1e6;
  const base = { path, size: Number(stat.size), mode: Number(stat.mode) & 0o7777, mtimeMs };
  if (stat.isDirectory()) return { ...base, kind: 'folder', hash: '', size: 0 };
  if (stat.isSymbolicLink()) return { ...base, kind: 'link', hash: sha256(readlinkSync(file, 'buffer')) };
  if (!stat.isFile()) throw new AppError('source-unreadable', `${file} is neither file, folder nor link: it cannot be archived.`);
  const outcome = hashFile(file, stampOf(stat));
  if (outcome.state !== 'hashed') {
    const why = outcome.state === 'changed' ? 'it is being changed' : outcome.detail;
    throw new AppError('source-unreadable', `${file} could not be read (${why}): nothing was dissolved.`);
  }
  return { ...base, kind: 'file', hash: outcome.digest.toString('hex') };
}
