import { accessSync, constants, lstatSync, realpathSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, relative } from 'node:path';
import { messageOf } from '../errors.ts';

/** The Python of a workspace. `broken-venv`: an environment is there, but its interpreter is not. */
export type FoundInterpreter =
  | { kind: 'venv'; python: string; folder: string; isInside: boolean }
  | { kind: 'broken-venv'; folder: string; detail: string }
  | { kind: 'system'; python: string }
  | { kind: 'none' };

export interface WhereToLook {
  workspace: string;
  environment: Readonly<Record<string, string | undefined>>;
  platform?: NodeJS.Platform;
}

/** Folders in which a workspace keeps its virtual environment, by custom. */
const CUSTOMARY = ['.venv', 'venv'];

/**
 * The virtual environment of the workspace when it has one, else the `python3` that a person would get in a terminal. Nothing is run.
 * An environment that is merely active (`VIRTUAL_ENV`) counts only when it lies in the workspace.
 */
export function findInterpreter({ workspace, environment, platform = process.platform }: WhereToLook): FoundInterpreter {
  const active = environment['VIRTUAL_ENV'] ?? '';
  const folders = [...(isWithin(workspace, active) ? [active] : []), ...CUSTOMARY.map((name) => join(workspace, name))];
  for (const folder of folders) {
    if (statSync(join(folder, 'pyvenv.cfg'), { throwIfNoEntry: false })?.isFile() !== true) continue;
    const python = platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');
    const fault = whyNotRunnable(python);
    if (fault !== null) return { kind: 'broken-venv', folder, detail: fault };
    return { kind: 'venv', python, folder, isInside: isWithin(realpathSync(workspace), realpathSync(folder)) };
  }
  const python = findOnPath(platform === 'win32' ? ['python3.exe', 'python.exe'] : ['python3', 'python'], environment);
  return python === null ? { kind: 'none' } : { kind: 'system', python };
}

function isWithin(folder: string, path: string): boolean {
  if (path === '' || !isAbsolute(path)) return false;
  const way = relative(folder, path);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}

function whyNotRunnable(path: string): string | null {
  try {
    accessSync(path, constants.X_OK);
    return null;
  } catch (error) {
    const link = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
    return link ? `${path} points to a Python that is no longer there` : messageOf(error);
  }
}

/** Absolute path of the first of `names` that may be run. Relative folders on PATH are left out: the workspace could put anything there. */
export function findOnPath(names: readonly string[], environment: Readonly<Record<string, string | undefined>>): string | null {
  const folders = (environment['PATH'] ?? environment['Path'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (statSync(path, { throwIfNoEntry: false })?.isFile() === true && whyNotRunnable(path) === null) return path;
    }
  }
  return null;
}
