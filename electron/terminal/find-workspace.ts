import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { AppError } from '../kernel/errors.ts';

/** The file that makes a folder a guarded workspace. */
export const SETTINGS_FILE = 'nightguard.yaml';

/**
 * The workspace that a command is about: the given folder, or the nearest one up from `cwd` that has a nightguard.yaml. Absolute.
 * @throws AppError `no-workspace`, which explains `nightguard init`; `usage` when the given folder is none
 */
export function findWorkspace(cwd: string, asked: string | undefined): string {
  if (asked !== undefined) return askedWorkspace(resolve(cwd, asked));
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (isFile(join(folder, SETTINGS_FILE))) return folder;
    if (folder === dirname(folder)) break;
  }
  throw new AppError(
    'no-workspace',
    `No ${SETTINGS_FILE} in ${cwd} or any folder above it. \`nightguard init\` makes this folder a workspace.`,
  );
}

function askedWorkspace(folder: string): string {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new AppError('usage', `${folder} is not a folder.`);
  if (isFile(join(folder, SETTINGS_FILE))) return folder;
  throw new AppError('no-workspace', `${folder} has no ${SETTINGS_FILE}. \`nightguard init ${folder}\` makes it a workspace.`);
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;
