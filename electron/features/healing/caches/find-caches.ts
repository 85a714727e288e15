import { lstatSync, readdirSync } from 'node:fs';
import picomatch from 'picomatch';
import { errnoOf } from '../../../kernel/errors.ts';
import { within } from '../../../kernel/paths.ts';
import type { CacheFile } from './plan-clean.ts';

/** Deeper caches than this are somebody's tree, not a cache. */
const DEEPEST = 8;

/** The regular files that the patterns name, below the workspace; no link is followed. */
export function findCaches(workspace: string, patterns: readonly string[]): CacheFile[] {
  const found = new Map<string, CacheFile>();
  for (const pattern of patterns) {
    const { base } = picomatch.scan(pattern);
    const matches = picomatch(pattern, { dot: true });
    const isDeep = pattern.includes('**');
    const depth = isDeep ? DEEPEST : pattern.split('/').length;
    walk(workspace, base === '.' ? '' : base, depth, (file) => {
      if (matches(file.path)) found.set(file.path, file);
    });
  }
  return [...found.values()];
}

function walk(workspace: string, folder: string, depth: number, visit: (file: CacheFile) => void): void {
  if (depth === 0 || (folder !== '' && !isRealFolder(workspace, folder))) return;
  const path = folder === '' ? workspace : within(workspace, folder);
  for (const entry of list(path)) {
    const relative = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) walk(workspace, relative, depth - 1, visit);
    else if (entry.isFile()) {
      const stat = lstatSync(within(workspace, relative), { throwIfNoEntry: false });
      if (stat?.isFile() === true) visit({ path: relative, bytes: stat.size, at: stat.mtimeMs });
    }
  }
}

/** The folder itself and everything on the way to it. */
function isRealFolder(workspace: string, folder: string): boolean {
  const parts = folder.split('/');
  return parts.every((_, index) => {
    const path = within(workspace, parts.slice(0, index + 1).join('/'));
    return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  });
}

function list(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR', 'EACCES'].includes(errnoOf(error) ?? '')) throw error;
    return [];
  }
}
