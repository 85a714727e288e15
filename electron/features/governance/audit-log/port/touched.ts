import { lstatSync } from 'node:fs';
import { errnoOf, messageOf } from '../../../../kernel/errors.ts';
import { hashFile, stampOf } from '../../../../kernel/hash.ts';
import { within } from '../../../../kernel/paths.ts';

/** A file that an act names, as it was at one moment. `unchecked` is never «unchanged». */
export type Touched = { path: string } & (
  | { state: 'file'; hash: string }
  | { state: 'absent' }
  | { state: 'unchecked'; reason: string }
);

/** An act waits for this: releases of many or large files have their own record of hashes. */
const MOST_FILES = 200;
const MOST_BYTES = 64 * 1024 * 1024;

/** The named files' hashes now. Links are not followed. */
export function touchedNow(workspace: string, paths: readonly string[]): Touched[] {
  let left = MOST_BYTES;
  return paths.map((path, index): Touched => {
    if (index >= MOST_FILES) return { path, state: 'unchecked', reason: 'too many files' };
    const touched = look(workspace, path, left);
    left -= touched.bytes;
    return touched.touched;
  });
}

function look(workspace: string, path: string, budget: number): { touched: Touched; bytes: number } {
  const unchecked = (reason: string): { touched: Touched; bytes: number } => ({
    touched: { path, state: 'unchecked', reason },
    bytes: 0,
  });
  try {
    const file = within(workspace, path);
    const stat = lstatSync(file, { bigint: true });
    if (!stat.isFile()) return unchecked('not a file');
    if (stat.size > BigInt(Math.max(budget, 0))) return unchecked('too large');
    const outcome = hashFile(file, stampOf(stat));
    if (outcome.state !== 'hashed') return unchecked(outcome.state === 'changed' ? 'it was changing' : outcome.detail);
    return { touched: { path, state: 'file', hash: outcome.digest.toString('hex') }, bytes: Number(stat.size) };
  } catch (error) {
    const absent = errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR';
    return absent ? { touched: { path, state: 'absent' }, bytes: 0 } : unchecked(messageOf(error));
  }
}
