import { lstatSync } from 'node:fs';
import { parentKey } from '../../../kernel/names.ts';
import { arrivalOf, onDisk } from './entries.ts';
import type { BaseEntry } from './observations.ts';
import type { SurveyRow } from './types.ts';
import type { SourceTree } from './walk-source.ts';

/** How many files both sides had in common, and how many of them Core lacks now. */
export function countBase(
  base: ReadonlyMap<string, BaseEntry>,
  tree: SourceTree,
): { baseFiles: number; missingFromSource: number } {
  const expected = [...base].filter(([, entry]) => !entry.gone);
  return { baseFiles: expected.length, missingFromSource: expected.filter(([key]) => !tree.files.has(key)).length };
}

/** When the latest difference from base arrived, epoch milliseconds. For a file that vanished, its folder says when. */
export function youngestArrival(rows: readonly SurveyRow[], tree: SourceTree, root: string, now: number): number {
  const folders = new Set<string>();
  let youngest = 0;
  for (const row of rows) {
    const stamp = tree.files.get(row.key)?.stamp ?? null;
    if (row.source?.hash === row.base) continue;
    if (stamp === null) folders.add(parentKey(row.key));
    else youngest = Math.max(youngest, arrivalOf(stamp, now));
  }
  for (const folder of folders) {
    const stat = lstatSync(onDisk(root, nearestFolder(folder, tree)), { bigint: true, throwIfNoEntry: false });
    if (stat !== undefined) youngest = Math.max(youngest, arrivalOf(stat, now));
  }
  return youngest;
}

const nearestFolder = (key: string, tree: SourceTree): string =>
  key === '' || tree.folders.has(key) ? key : nearestFolder(parentKey(key), tree);
