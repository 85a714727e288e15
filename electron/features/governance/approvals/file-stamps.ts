import { lstatSync, readdirSync, type BigIntStats } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '../../../kernel/errors.ts';

/** Files of a folder that are wanted, by name, each with a stamp that changes when its bytes do. A folder that is not there, or is a link, holds none. */
export function stampsIn(folder: string, isWanted: (name: string) => boolean): Map<string, string> {
  const stamps = new Map<string, string>();
  for (const name of namesIn(folder).filter(isWanted).sort()) {
    const stat = lstatSync(join(folder, name), { bigint: true, throwIfNoEntry: false });
    if (stat?.isFile() === true) stamps.set(name, stampOf(stat));
  }
  return stamps;
}

const stampOf = ({ ino, size, mtimeNs, ctimeNs }: BigIntStats): string => `${ino}:${size}:${mtimeNs}:${ctimeNs}`;

function namesIn(folder: string): string[] {
  try {
    return lstatSync(folder).isDirectory() ? readdirSync(folder) : [];
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return [];
    throw error;
  }
}
