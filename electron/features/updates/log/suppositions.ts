import type { UpdateEntry } from '../../../../shared/model/updates.ts';
import { nameProblem, toKey } from '../../../kernel/names.ts';

const HASH = /^[0-9a-f]{64}$/;

/** Whether a text from a log is the name of a file below the workspace as Nightguard itself would write it. */
export const isSafePath = (path: string): boolean => path.split('/').every((segment) => nameProblem(segment) === null);

export const isHash = (text: string | undefined): text is string => text !== undefined && HASH.test(text);

/**
 * What a log lets us suppose that Core and workspace last had in common, by key. Pure. Only what Core brought counts, and only
 * while nothing put it back or took it away later: then the log does not tell what Core and workspace agree on.
 */
export function suppositionsOf(entries: readonly UpdateEntry[]): Map<string, string> {
  const supposed = new Map<string, string>();
  for (const { type, status, relative_path, drive_hash } of entries) {
    if (status !== 'SUCCESS' || !isSafePath(relative_path)) continue;
    const key = toKey(relative_path);
    if ((type === 'NEW' || type === 'MODIFIED') && isHash(drive_hash)) supposed.set(key, drive_hash);
    else supposed.delete(key);
  }
  return supposed;
}
