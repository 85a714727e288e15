import { lstatSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { AppError } from '../kernel/errors.ts';

/**
 * A path as a person types it, as a POSIX path relative to the workspace. Every path that Nightguard prints is relative to the
 * workspace, so that comes first; `./x`, absolute paths, and names that are only found in the present folder are taken from there.
 * @throws AppError `usage` when it lies outside
 */
export function workspacePath(typed: string, workspace: string, cwd: string): string {
  const fromHere = relative(workspace, resolve(cwd, typed));
  const fromTop = relative(workspace, resolve(workspace, typed));
  const isExplicit = isAbsolute(typed) || /^\.\.?(?:[/\\]|$)/.test(typed);
  const isHere = isInside(fromHere) && exists(join(workspace, fromHere)) && !exists(join(workspace, fromTop));
  const path = isExplicit || isHere ? fromHere : fromTop;
  if (!isInside(path)) throw new AppError('usage', `${typed} does not lie in the workspace ${workspace}.`);
  return path.split(sep).join('/');
}

const isInside = (path: string): boolean => path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);

const exists = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;
