import { lstatSync } from 'node:fs';
import { isAbsolute, join, relative as wayTo, sep } from 'node:path';
import { AppError } from './errors.ts';

/** Joins a root and a POSIX relative path for I/O. @throws AppError `unsafe-path` when it would leave the root. */
export function within(root: string, relative: string): string {
  const parts = relative.split('/');
  const unsafe = relative === '' || relative.includes('\0') || parts.some((part) => part === '' || part === '.' || part === '..');
  if (unsafe || (sep === '\\' && /[\\:]/.test(relative))) {
    throw new AppError('unsafe-path', `The path ${JSON.stringify(relative)} does not stay inside ${root}.`);
  }
  return join(root, ...parts);
}

/**
 * Makes sure that no folder on the way from `root` to the file is a symbolic link, so that a write cannot land elsewhere.
 * Folders that do not exist yet are fine. `known` remembers folders that were looked at.
 * @throws AppError `unsafe-path`
 */
export function assertRealFolders(root: string, relative: string, known: Set<string>): void {
  const parts = relative.split('/').slice(0, -1);
  let folder = root;
  for (const part of parts) {
    folder = join(folder, part);
    if (known.has(folder)) continue;
    const stat = lstatSync(folder, { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (!stat.isDirectory()) {
      throw new AppError(
        'unsafe-path',
        `${folder} is ${stat.isSymbolicLink() ? 'a symbolic link' : 'not a folder'}: nothing is written through it.`,
      );
    }
    known.add(folder);
  }
}

/** Whether `inner` is `outer` or lies in it, by their absolute paths alone. */
export function holds(outer: string, inner: string): boolean {
  const way = wayTo(outer, inner);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}
