import { lstatSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a path of the workspace is a symbolic link, or any folder on the way to it. What does not exist is none. */
export function leadsThroughLink(workspace: string, path: string): boolean {
  let place = workspace;
  for (const part of path.split('/')) {
    place = join(place, part);
    if (lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() === true) return true;
  }
  return false;
}
