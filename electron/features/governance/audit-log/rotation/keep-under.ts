import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { errnoOf } from '../../../../kernel/errors.ts';
import { fsyncFolderSync } from '../append/log-file.ts';

/** A second name for the same bytes, so that they are never without one; a copy where the file system knows no links. */
export function keepUnder(path: string, archive: string): void {
  const folder = dirname(archive);
  mkdirSync(folder, { recursive: true });
  dropStaleNames(path, folder);
  try {
    linkSync(path, archive);
  } catch (error) {
    if (!NO_LINKS.includes(errnoOf(error) ?? '')) throw error;
    copyFileSync(path, archive, constants.COPYFILE_EXCL);
    const copy = openSync(archive, 'r+');
    try {
      fsyncSync(copy);
    } finally {
      closeSync(copy);
    }
  }
  fsyncFolderSync(folder);
}

const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EMLINK'];

/** A rotation that was killed between the two renames left a second name of the live log behind: only the name is removed. */
function dropStaleNames(path: string, folder: string): void {
  const live = lstatSync(path, { bigint: true });
  for (const name of readdirSync(folder)) {
    const stat = lstatSync(join(folder, name), { bigint: true });
    if (stat.isFile() && stat.ino === live.ino && stat.dev === live.dev) rmSync(join(folder, name));
  }
}
