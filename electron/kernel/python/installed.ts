import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { errnoOf, messageOf } from '../errors.ts';
import { distributionKey } from './names.ts';

/** One installed distribution, as its own metadata tells. */
export interface Distribution {
  name: string;
  key: string;
  version: string;
  /** `Requires-Dist` lines (PEP 508). */
  requires: readonly string[];
  requiresPython: string | null;
  /** Its `.dist-info` or `.egg-info`. */
  path: string;
}

export interface Installed {
  /** By PEP 503 key. Of two with one name the first on the path counts, as for Python. */
  distributions: ReadonlyMap<string, Distribution>;
  /** What an interrupted installation left: there by name, but without readable metadata. */
  damaged: readonly { path: string; key: string; detail: string }[];
  /** Folders that could not be read: what is in them is not known. */
  unreadable: readonly { path: string; detail: string }[];
}

const INFO = /\.(?:dist-info|egg-info)$/;

/** Reads every installed distribution below the folders of `paths`, without running Python. */
export async function readInstalled(paths: readonly string[]): Promise<Installed> {
  const distributions = new Map<string, Distribution>();
  const damaged: { path: string; key: string; detail: string }[] = [];
  const unreadable: { path: string; detail: string }[] = [];
  const folders = await Promise.all([...new Set(paths)].map((path) => readFolder(path)));
  for (const folder of folders) {
    if (folder.fault !== null) unreadable.push({ path: folder.path, detail: folder.fault });
    for (const entry of folder.entries) {
      if ('detail' in entry) damaged.push(entry);
      else if (!distributions.has(entry.key)) distributions.set(entry.key, entry);
    }
  }
  return { distributions, damaged, unreadable };
}

interface Damage {
  path: string;
  key: string;
  detail: string;
}

interface Folder {
  path: string;
  fault: string | null;
  entries: readonly (Distribution | Damage)[];
}

async function readFolder(path: string): Promise<Folder> {
  try {
    const names = (await readdir(path)).filter((name) => INFO.test(name) || name === 'EGG-INFO').sort();
    return { path, fault: null, entries: await Promise.all(names.map((name) => readInfo(path, name))) };
  } catch (error) {
    // Paths that are not there, and zip archives of modules, are ordinary.
    const isOrdinary = errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR';
    return { path, fault: isOrdinary ? null : messageOf(error), entries: [] };
  }
}

async function readInfo(folder: string, name: string): Promise<Distribution | Damage> {
  const path = join(folder, name);
  const key = distributionKey(/^(?<name>[^-]+)/.exec(name.replace(INFO, ''))?.groups?.['name'] ?? name);
  try {
    return parseMetadata(path, await readMetadata(path, name)) ?? { path, key, detail: 'its metadata has no name or version' };
  } catch (error) {
    return { path, key, detail: messageOf(error) };
  }
}

async function readMetadata(path: string, name: string): Promise<string> {
  if (name.endsWith('.dist-info')) return readFile(join(path, 'METADATA'), 'utf8');
  // An .egg-info may be a folder or, from distutils, the file itself.
  return readFile((await stat(path)).isDirectory() ? join(path, 'PKG-INFO') : path, 'utf8');
}

function parseMetadata(path: string, text: string): Distribution | null {
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  const headers = text.slice(0, end).split(/\r?\n(?![ \t])/);
  const all = (header: string): string[] =>
    headers
      .filter((line) => line.slice(0, header.length + 1).toLowerCase() === `${header}:`)
      .map((line) =>
        line
          .slice(header.length + 1)
          .replaceAll(/\r?\n\s+/g, ' ')
          .trim(),
      );
  const [name] = all('name');
  const [version] = all('version');
  if (name === undefined || name === '' || version === undefined || version === '') return null;
  const key = distributionKey(name);
  return { name, key, version, requires: all('requires-dist'), requiresPython: all('requires-python')[0] ?? null, path };
}

const directUrlSchema = z.object({
  url: z.string(),
  dir_info: z.object({ editable: z.boolean().optional() }).optional(),
  vcs_info: z.object({ commit_id: z.string().optional() }).optional(),
});

/** Where a distribution was installed from when not from an index (PEP 610); null when that is not recorded. */
export async function originOf(distribution: Pick<Distribution, 'path'>): Promise<{ url: string; isEditable: boolean } | null> {
  try {
    const parsed = directUrlSchema.safeParse(JSON.parse(await readFile(join(distribution.path, 'direct_url.json'), 'utf8')));
    return parsed.success ? { url: parsed.data.url, isEditable: parsed.data.dir_info?.editable === true } : null;
  } catch {
    // Not recorded, or not readable: either way nothing is known of it.
    return null;
  }
}

/** Changes whenever a distribution is added to or taken from the folders: their identities and times. */
export async function stampOfPaths(paths: readonly string[]): Promise<string> {
  const stamps = await Promise.all(
    paths.map((path) =>
      stat(path, { bigint: true }).then(
        ({ ino, mtimeNs, ctimeNs }) => `${ino}:${mtimeNs}:${ctimeNs}`,
        (error: unknown) => errnoOf(error) ?? 'unreadable',
      ),
    ),
  );
  return stamps.join(' ');
}
