import { constants } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { errnoOf } from '../../../../kernel/errors.ts';
import { compactLocal } from '../../../../kernel/local-time.ts';
import { QUARANTINE_FOLDER } from '../../../../kernel/quarantine.ts';
import { readManifest } from './snapshot.ts';
import { hashOf } from './tree.ts';

/**
 * Before files go back: copies those that hold neither what was there before nor what the upgrade wrote, because then somebody else has
 * written them since. Environments are not looked into: what is installed there can be installed again. Returns the copies.
 */
export async function keepForeign(folder: string, workspace: string, writes: readonly string[], now: number): Promise<string[]> {
  const { places } = await readManifest(folder);
  const kept: string[] = [];
  for (const { place, tree } of places) {
    const [root] = tree;
    if (root?.kind !== 'file') continue;
    const hash = await currentHash(place);
    if (hash !== null && hash !== root.hash && !writes.includes(hash)) kept.push(await keep(place, workspace, now));
  }
  return kept;
}

async function currentHash(file: string): Promise<string | null> {
  try {
    return await hashOf(file);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'EISDIR') return null;
    throw error;
  }
}

async function keep(file: string, workspace: string, now: number): Promise<string> {
  const folder = join(workspace, QUARANTINE_FOLDER);
  await mkdir(folder, { recursive: true });
  const extension = extname(file);
  const stem = `${basename(file, extension)}_${compactLocal(now)}`;
  for (let n = 1; ; n += 1) {
    const target = join(folder, `${stem}${n === 1 ? '' : `-${n}`}${extension}`);
    try {
      await copyFile(file, target, constants.COPYFILE_EXCL);
      return target;
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error;
    }
  }
}
