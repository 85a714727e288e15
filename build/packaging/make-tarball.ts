import { basename, dirname } from 'node:path';
import { run } from '../runtime/run.mjs';

/** Packs a folder of the application as `name` with plain tar: electron-builder's own way wants a 7-Zip from GitHub. Resolves with the exit code. */
export const makeTarball = (folder: string, file: string): Promise<number> =>
  run('tar', [
    '--owner=0',
    '--group=0',
    `--transform=s,^${basename(folder)},${basename(file, '.tar.gz')},`,
    '-czf',
    file,
    '-C',
    dirname(folder),
    basename(folder),
  ]);
