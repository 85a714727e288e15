import { at } from '../runtime/paths.mjs';
import { run } from '../runtime/run.mjs';
import { publishArguments } from './update-feed.ts';
import type { ChosenElectron } from './choose-electron.ts';

export interface Packing {
  electron: ChosenElectron;
  /** Folder of what is made. */
  out: string;
}

/** Packs the unpacked folder only, which needs nothing from the network. Resolves with the exit code. */
export const packFolder = (packing: Packing): Promise<number> => builder(packing, ['--dir']);

/** Makes electron-builder's own packages for this system. Resolves with the exit code. */
export const packWithBuilder = (packing: Packing, targets: readonly string[]): Promise<number> =>
  builder(packing, [FLAG[process.platform] ?? '--linux', ...targets]);

const FLAG: Partial<Record<NodeJS.Platform, string>> = { linux: '--linux', darwin: '--mac', win32: '--win' };

const builder = ({ electron, out }: Packing, args: readonly string[]): Promise<number> =>
  run('electron-builder', [
    '--config',
    at('build', 'electron-builder.yml'),
    ...args,
    `-c.directories.output=${out}`,
    `-c.electronVersion=${electron.version}`,
    ...(electron.folder === undefined ? [] : [`-c.electronDist=${electron.folder}`]),
    ...publishArguments(process.env),
    '--publish',
    'never',
  ]);
