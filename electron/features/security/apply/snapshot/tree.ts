import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError, errnoOf } from '../../../../kernel/errors.ts';
import { sha256 } from '../../../../kernel/hash.ts';
import { inParallel } from '../../web/in-parallel.ts';

const base = { path: z.string(), mode: z.number().int() };
export const entrySchema = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('folder') }),
  z.object({ ...base, kind: z.literal('link'), target: z.string() }),
  z.object({ ...base, kind: z.literal('file'), size: z.number(), mtimeMs: z.number(), hash: z.string() }),
]);

/** What stands at a path below a place; '' is the place itself, which may be a file or a folder. Separators are POSIX. */
export type Entry = z.infer<typeof entrySchema>;
/** Everything at a place, parents first; empty: there is nothing. */
export type Tree = readonly Entry[];

const LARGE = 4 * 1024 * 1024;
const WIDTH = 8;
const MODE = 0o7777;

/** Reads everything at a place with the hash of each file. Links are not followed. @throws AppError `internal` for sockets and the like; system errors */
export async function readTree(place: string): Promise<Tree> {
  const found = await listTree(place);
  const hashes = await inParallel(found, WIDTH, (entry) =>
    entry.kind === 'file' ? hashOf(at(place, entry.path)) : Promise.resolve(''),
  );
  return found.map((entry, index) => (entry.kind === 'file' ? { ...entry, hash: hashes[index] ?? '' } : entry));
}

/** As `readTree`, with empty hashes. */
export async function listTree(place: string): Promise<Entry[]> {
  const found: Entry[] = [];
  const open = [''];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const entry = await lookAt(place, path);
    if (entry === null) continue;
    found.push(entry);
    if (entry.kind !== 'folder') continue;
    const names = await readdir(at(place, path));
    open.push(...names.map((name) => (path === '' ? name : `${path}/${name}`)));
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Absolute path of an entry. */
export const at = (place: string, path: string): string => (path === '' ? place : join(place, ...path.split('/')));

async function lookAt(place: string, path: string): Promise<Entry | null> {
  const absolute = at(place, path);
  try {
    const stat = await lstat(absolute);
    const mode = stat.mode & MODE;
    if (stat.isSymbolicLink()) return { path, kind: 'link', mode, target: await readlink(absolute) };
    if (stat.isDirectory()) return { path, kind: 'folder', mode };
    if (stat.isFile()) return { path, kind: 'file', mode, size: stat.size, mtimeMs: stat.mtimeMs, hash: '' };
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
  throw new AppError('internal', `${absolute} is neither file, folder nor link: it cannot be put back, so nothing was changed.`);
}

/** SHA-256 of a file in hex; large ones bit by bit. */
export async function hashOf(file: string): Promise<string> {
  const { size } = await lstat(file);
  if (size <= LARGE) return sha256(await readFile(file));
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: LARGE })) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

/** One hash of a tree: names, kinds, modes, contents. Times are left out: reading sets some of them. */
export const digestOf = (tree: Tree): string => sha256(tree.map((entry) => JSON.stringify(essence(entry))).join('\n'));

/** What makes two entries equal. Modes of links differ between systems and mean nothing. */
function essence(entry: Entry): readonly (string | number)[] {
  switch (entry.kind) {
    case 'folder':
      return [entry.path, 'folder', entry.mode];
    case 'link':
      return [entry.path, 'link', entry.target];
    case 'file':
      return [entry.path, 'file', entry.mode, entry.hash];
  }
}

/** Whether two entries are equal but for their times. */
export const sameEntry = (a: Entry, b: Entry): boolean => JSON.stringify(essence(a)) === JSON.stringify(essence(b));

/** Bytes that a copy may need. */
export const sizeOf = (tree: Tree): number => tree.reduce((sum, entry) => sum + (entry.kind === 'file' ? entry.size : 0), 0);
