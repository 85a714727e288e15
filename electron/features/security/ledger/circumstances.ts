import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SecuritySettings } from '../../../../shared/model/settings.ts';
import { errnoOf } from '../../../kernel/errors.ts';
import { sha256 } from '../../../kernel/hash.ts';
import type { InstalledPackage } from '../inventory/package.ts';

const SOURCE = /\.(?:py|[cm]?[jt]sx?|txt|toml|json)$/;
/** Folders of environments and of Nightguard's own, which change without anybody's doing. */
const NOT_LOOKED_INTO = new Set(['node_modules', '__pycache__', '_archive', 'knowledge', 'venv', 'env']);
const MOST_FILES = 5000;
const MOST_BYTES = 1024 * 1024;

/** What may make a failed upgrade succeed next time, besides what is installed: how it is tested, and the workspace's own code. */
export const surroundingsOf = async (workspace: string, tests: SecuritySettings['tests']): Promise<string> =>
  sha256(JSON.stringify([tests, await sourcesOf(workspace)]));

/** The surroundings together with what is installed: a refusal ends when any of it changes. */
export const circumstancesOf = (surroundings: string, packages: readonly Pick<InstalledPackage, 'key' | 'version'>[]): string =>
  sha256(JSON.stringify([surroundings, packages.map(({ key, version }) => `${key} ${version}`).sort()]));

async function sourcesOf(workspace: string): Promise<string[]> {
  const found: string[] = [];
  const open = [''];
  for (let folder = open.shift(); folder !== undefined && found.length < MOST_FILES; folder = open.shift()) {
    const entries = await readdir(join(workspace, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.startsWith('.') || NOT_LOOKED_INTO.has(entry.name)) continue;
      if (entry.isDirectory()) open.push(path);
      else if (entry.isFile() && SOURCE.test(entry.name)) found.push(`${path} ${await hashOf(join(workspace, path))}`);
    }
  }
  return found;
}

async function hashOf(file: string): Promise<string> {
  try {
    const { size, mtimeMs } = await lstat(file);
    return size > MOST_BYTES ? `${size} ${mtimeMs}` : sha256(await readFile(file));
  } catch (error) {
    return errnoOf(error) ?? 'unreadable';
  }
}
