import { readFileSync, realpathSync } from 'node:fs';
import { errnoOf } from '../../../kernel/errors.ts';

/** Where Linux lists what is mounted; other systems show a mount by its device alone. */
const MOUNTS = '/proc/self/mountinfo';

/** Folders at or below `folder` on which something is mounted, bind mounts of the same device included. Absolute. */
export function mountsBelow(folder: string): string[] {
  const real = realpathSync(folder);
  return mountPoints(listing()).filter((point) => point === real || point.startsWith(`${real}/`));
}

/** The fifth word of a line of mountinfo, with its octal escapes undone (`proc_pid_mountinfo(5)`). */
export const mountPoints = (mountinfo: string): string[] =>
  mountinfo
    .split('\n')
    .map((line) => line.split(' ')[4])
    .filter((point) => point !== undefined)
    .map(unescaped);

/** Spaces, tabs, line breaks and backslashes are written as octal numbers; all of them are ASCII. */
const unescaped = (text: string): string =>
  text.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCodePoint(Number.parseInt(octal, 8)));

function listing(): string {
  try {
    return readFileSync(MOUNTS, 'utf8');
  } catch (error) {
    if (['ENOENT', 'EACCES', 'ENOTDIR'].includes(errnoOf(error) ?? '')) return '';
    throw error;
  }
}
