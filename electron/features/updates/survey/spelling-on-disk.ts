import { lstatSync, readdirSync } from 'node:fs';
import { isAscii } from '../../../../shared/model/fold-name.ts';
import { errnoOf } from '../../../kernel/errors.ts';
import { joinKey, toKey } from '../../../kernel/names.ts';
import { onDisk } from './entries.ts';

/**
 * The path of whatever has this key now, relative to `root` and spelt as on disk; null when nothing has. Where two spellings of
 * one name are there, the key's own (NFC) is meant. Follows no symbolic link on the way.
 * @throws system errors other than that something is not there
 */
export function spellingOnDisk(root: string, key: string): string | null {
  let path = '';
  for (const name of key.split('/')) {
    const spelt = path === '' || isFolder(onDisk(root, path)) ? spellingIn(onDisk(root, path), name) : null;
    if (spelt === null) return null;
    path = joinKey(path, spelt);
  }
  return path;
}

function spellingIn(folder: string, name: string): string | null {
  if (name === '' || name === '.' || name === '..') return null;
  if (lookAt(onDisk(folder, name)) !== undefined) return name;
  // Hardly anything but ASCII letters is taken for them (the Kelvin sign for K), and most names are ASCII: no need to list.
  if (isAscii(name)) return null;
  return listed(folder).find((entry) => toKey(entry) === name) ?? null;
}

const isFolder = (path: string): boolean => lookAt(path)?.isDirectory() === true;

function lookAt(path: string): ReturnType<typeof lstatSync> {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (errnoOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return [];
    throw error;
  }
}
