import { chmod, mkdir, rename, rm, symlink, utimes } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fsyncFolder, temporaryBeside } from '../../../../kernel/atomic-file.ts';
import { AppError } from '../../../../kernel/errors.ts';
import { inParallel } from '../../web/in-parallel.ts';
import { copyBytes, copyOf, readManifest } from './snapshot.ts';
import { at, hashOf, readTree, sameEntry, type Entry, type Tree } from './tree.ts';

const WIDTH = 8;

/**
 * Puts every place back exactly as the snapshot holds it, and proves it by reading everything again. May be interrupted anywhere and begun
 * again. @throws AppError `hash-mismatch` when a copy is damaged, or the place still differs afterwards
 */
export async function restoreSnapshot(folder: string): Promise<void> {
  const { places } = await readManifest(folder);
  for (const [index, { place, tree }] of places.entries()) {
    await putBack(place, copyOf(folder, index), tree);
    const difference = differenceBetween(tree, await readTree(place));
    if (difference !== null) throw new AppError('hash-mismatch', `${at(place, difference)} could not be put back as it was.`);
    await fsyncFolder(dirname(place));
  }
}

/** The first path at which two trees differ; null: they are equal. */
export function differenceBetween(wanted: Tree, found: Tree): string | null {
  const rest = new Map(found.map((entry) => [entry.path, entry]));
  for (const entry of wanted) {
    const other = rest.get(entry.path);
    if (other === undefined || !sameEntry(entry, other)) return entry.path;
    rest.delete(entry.path);
  }
  return rest.keys().next().value ?? null;
}

async function putBack(place: string, copy: string, tree: Tree): Promise<void> {
  const wanted = new Map(tree.map((entry) => [entry.path, entry]));
  const found = await readTree(place);
  const known = new Map(found.map((entry) => [entry.path, entry]));
  // What is not wanted, or is of another kind, goes first; deepest first, so that a folder is empty when its turn comes.
  for (const { path, kind } of found.toReversed()) {
    if (wanted.get(path)?.kind !== kind) await rm(at(place, path), { recursive: true, force: true });
  }
  const isKept = (entry: Entry): boolean => {
    const other = known.get(entry.path);
    return other?.kind === entry.kind && sameEntry(entry, other);
  };
  for (const entry of tree) if (entry.kind === 'folder') await mkdir(at(place, entry.path), { recursive: true });
  await inParallel(tree, WIDTH, (entry) => putEntry(at(place, entry.path), at(copy, entry.path), entry, isKept(entry)));
  for (const { path, kind, mode } of tree.toReversed()) if (kind === 'folder') await chmod(at(place, path), mode);
}

async function putEntry(target: string, copy: string, entry: Entry, isKept: boolean): Promise<void> {
  if (entry.kind === 'folder') return;
  if (entry.kind === 'link') {
    if (isKept) return;
    await rm(target, { force: true });
    return symlink(entry.target, target);
  }
  // Python trusts a compiled file by the time of its source: times are put back, too.
  if (isKept) return utimes(target, entry.mtimeMs / 1000, entry.mtimeMs / 1000);
  if ((await hashOf(copy)) !== entry.hash)
    throw new AppError('hash-mismatch', `The copy of ${target} is damaged; it was not put back.`);
  await mkdir(dirname(target), { recursive: true });
  const temporary = temporaryBeside(target);
  try {
    await copyBytes(copy, temporary, entry);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
