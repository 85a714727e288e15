import { foldName, isInside, toKey } from '../../../kernel/names.ts';

/** Characters that some file systems ignore in names: with them in it a path is another path than it looks. */
const IGNORED_IN_NAMES = /[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/;

/** The keys of an act's paths, or the first path that cannot be understood. Nothing is allowed on a path that is not understood. */
export function keysOfPaths(paths: readonly string[]): { ok: true; keys: string[] } | { ok: false; path: string } {
  const keys: string[] = [];
  for (const path of paths) {
    const segments = path.split('/');
    const clear = path !== '' && !/[\\\0]/.test(path) && !IGNORED_IN_NAMES.test(path) && segments.every(isClear);
    if (!clear) return { ok: false, path };
    keys.push(toKey(path));
  }
  return { ok: true, keys };
}

/** `.` and `..` lead elsewhere; a trailing dot, space or `:stream` is another spelling of the same file on Windows. */
const isClear = (segment: string): boolean => segment !== '' && !/^\.{1,2}$/.test(segment) && !/[. ]$|:/.test(segment);

const LOG_NAMES = new Set(['audit_log.md', 'meta_audit_log.md']);

/** Whether writing `key` would touch an audit log: the file, a folder that holds it, or any file of its name. `logs` are keys. */
export function touchesAuditLog(key: string, logs: readonly string[]): boolean {
  const folded = foldName(key);
  if (LOG_NAMES.has(folded.slice(folded.lastIndexOf('/') + 1))) return true;
  return logs.some((log) => isInside(foldName(log), folded) || isInside(folded, foldName(log)));
}
