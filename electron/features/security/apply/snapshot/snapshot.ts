import { constants } from 'node:fs';
import { chmod, copyFile, mkdir, readFile, rm, statfs, symlink, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomic } from '../../../../kernel/atomic-file.ts';
import { AppError } from '../../../../kernel/errors.ts';
import { inParallel } from '../../web/in-parallel.ts';
import { at, entrySchema, hashOf, listTree, sizeOf, type Entry, type Tree } from './tree.ts';

const manifestSchema = z.object({ places: z.array(z.object({ place: z.string(), tree: z.array(entrySchema) })) });
export type Manifest = z.infer<typeof manifestSchema>;

const WIDTH = 8;
/** Free space that an upgrade must leave, besides its own need: downloads, and everything else on the disk. Bytes. */
const RESERVE = 200 * 1024 * 1024;

const manifestFile = (folder: string): string => join(folder, 'manifest.json');
/** Where the copy of the n-th place lies. */
export const copyOf = (folder: string, index: number): string => join(folder, `place-${index}`);

/**
 * Copies everything at the places into `folder`, byte for byte, as clones where the file system can. The manifest is written last: a
 * snapshot without it is none. @throws AppError `disk-full`, `changed-meanwhile` when a file changes while it is copied
 */
export async function takeSnapshot(folder: string, places: readonly string[]): Promise<Manifest> {
  const trees = await Promise.all(places.map((place) => listTree(place)));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await assertSpace(
    folder,
    trees.reduce((sum, tree) => sum + sizeOf(tree), 0),
  );
  const manifest: Manifest = { places: [] };
  for (const [index, place] of places.entries()) {
    manifest.places.push({ place, tree: await copyTree(place, copyOf(folder, index), trees[index] ?? []) });
  }
  await writeFileAtomic(manifestFile(folder), JSON.stringify(manifest));
  return manifest;
}

/** @throws when there is none, or it cannot be read */
export async function readManifest(folder: string): Promise<Manifest> {
  return manifestSchema.parse(JSON.parse(await readFile(manifestFile(folder), 'utf8')));
}

async function assertSpace(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= bytes + RESERVE) return;
  const needed = Math.ceil((bytes + RESERVE) / 1024 / 1024);
  throw new AppError('disk-full', `An upgrade needs ${needed} MB of free space to be able to go back. Nothing was changed.`);
}

async function copyTree(place: string, copy: string, tree: Tree): Promise<Entry[]> {
  const folders = tree.filter((entry) => entry.kind === 'folder');
  for (const { path } of folders) await mkdir(at(copy, path), { recursive: true });
  return inParallel(tree, WIDTH, (entry) => copyEntry(at(place, entry.path), at(copy, entry.path), entry));
}

async function copyEntry(from: string, to: string, entry: Entry): Promise<Entry> {
  if (entry.kind === 'link') await symlink(entry.target, to);
  if (entry.kind !== 'file') return entry;
  await copyBytes(from, to, entry);
  const hash = await hashOf(to);
  const [now] = await listTree(from);
  if (now?.kind === 'file' && now.size === entry.size && now.mtimeMs === entry.mtimeMs) return { ...entry, hash };
  throw new AppError('changed-meanwhile', `${from} changed while it was copied. Nothing was changed; try again.`);
}

/** Copies a file with its mode and time; never through what stands at the target. */
export async function copyBytes(from: string, to: string, { mode, mtimeMs }: { mode: number; mtimeMs: number }): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
  await chmod(to, mode);
  await utimes(to, mtimeMs / 1000, mtimeMs / 1000);
}
