import { foldName, isInside, toKey } from '../../../kernel/names.ts';

/** An act's paths as they are written, and in every spelling by which some file system might know them. */
export interface ActPaths {
  keys: string[];
  /** Folded by case and Unicode; also without what macOS ignores in names and Windows drops. */
  spellings: string[];
}

/** Reads an act's paths, or names the first one that leads elsewhere than it says: nothing is allowed on that. */
export function readActPaths(paths: readonly string[]): ({ ok: true } & ActPaths) | { ok: false; path: string } {
  const keys: string[] = [];
  const spellings: string[] = [];
  for (const path of paths) {
    const clear = path !== '' && !/[\\\0]/.test(path) && path.split('/').every((segment) => !/^\.{0,2}$/.test(segment));
    if (!clear) return { ok: false, path };
    const key = toKey(path);
    const folded = foldName(key);
    keys.push(key);
    spellings.push(folded);
    if (!ORDINARY.test(folded)) spellings.push(foldName(folded.split('/').map(bareName).join('/')));
  }
  return { ok: true, keys, spellings };
}

/** Almost all paths are: spares them a second spelling. */
const ORDINARY = /^(?:[\w-]|[. ](?![/]|$)|\/)*$/;
const IGNORED_IN_NAMES = /[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** As the most forgetful file system sees it: no ignorable characters, no data stream, no trailing dots and spaces. */
const bareName = (segment: string): string =>
  segment
    .replace(IGNORED_IN_NAMES, '')
    .replace(/(?<=.):.*$/su, '')
    .replace(/(?<!^)[. ]+$/u, '');

const LOG_NAMES = new Set(['audit_log.md', 'meta_audit_log.md']);

/** Whether writing here would touch an audit log: the file, a folder that holds it, or any file of its name. `logs` are folded keys. */
export const touchesAuditLog = (spelling: string, logs: readonly string[]): boolean =>
  LOG_NAMES.has(spelling.slice(spelling.lastIndexOf('/') + 1)) ||
  logs.some((log) => isInside(log, spelling) || isInside(spelling, log));
