import type { Stats } from 'node:fs';
import { baseName, toKey } from '../../../kernel/names.ts';
import { DRIVE_IGNORE, isNoise, MANIFEST_NAME, ROOT_MARKER, type Participation } from '../survey/participation.ts';

/** Files at the root that take no part in updates but say how Core is to be read. */
const MEANINGFUL = new Set([MANIFEST_NAME, ROOT_MARKER, DRIVE_IGNORE]);

/** The key of an absolute path below the root; '' is the root itself. */
export function keyBelow(root: string, path: string): string {
  const relative = path.slice(root.length).replaceAll('\\', '/');
  return toKey(relative.replace(/^\/+/, ''));
}

/**
 * What the watcher leaves out. It is asked twice: by the path alone, where only folders can be ruled out, and with the stat.
 * Only folders cost a watch on Linux, so leaving out a folder is what counts.
 */
export function createIgnored(root: string, participation: Participation): (path: string, stats?: Stats) => boolean {
  return (path, stats) => {
    const key = keyBelow(root, path);
    if (key === '' || MEANINGFUL.has(key)) return false;
    if (isNoise(baseName(key)) || !participation.folder(key)) return true;
    return stats?.isFile() === true && !participation.file(key);
  };
}
