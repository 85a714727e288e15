import { constants } from 'node:fs';
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { fsyncFolder } from './atomic-file.ts';
import type { Clock } from './clock.ts';
import { errnoOf } from './errors.ts';
import { compactLocal } from './local-time.ts';

/** Where unreadable files wait for a person, below the workspace. */
export const QUARANTINE_FOLDER = join('.nightguard', 'quarantine');

/**
 * Moves a file that cannot be read to `.nightguard/quarantine/<name>_<YYYYMMDD_HHMMSS>[-n]<ext>`, never over another one.
 * Returns the new absolute path. Its bytes are untouched.
 */
export async function quarantineFile(workspace: string, file: string, clock: Pick<Clock, 'now'>): Promise<string> {
  const folder = join(workspace, QUARANTINE_FOLDER);
  await mkdir(folder, { recursive: true });
  const target = await reserve(folder, file, clock.now());
  try {
    await move(file, target);
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
  await fsyncFolder(folder);
  await fsyncFolder(dirname(file));
  return target;
}

/** Creates an empty file of a free name: nobody else can take the name between the choice and the move. */
async function reserve(folder: string, file: string, now: number): Promise<string> {
  const extension = extname(file);
  const stem = `${basename(file, extension)}_${compactLocal(now)}`;
  for (let n = 1; ; n += 1) {
    const path = join(folder, `${stem}${n === 1 ? '' : `-${n}`}${extension}`);
    try {
      await (await open(path, 'wx')).close();
      return path;
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error;
    }
  }
}

async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (errnoOf(error) !== 'EXDEV') throw error;
    await copyFile(from, to, constants.COPYFILE_FICLONE);
    const copy = await open(to, 'r+');
    try {
      await copy.sync();
    } finally {
      await copy.close();
    }
    await rm(from);
  }
}
