import { lstatSync } from 'node:fs';
import { within } from '../../../kernel/paths.ts';
import type { JournalRow } from '../ledger/releases.ts';
import type { ApplyContext } from './context.ts';
import { hashOfFile } from './file-work.ts';
import { createKeepPlaces } from './keep-places.ts';
import type { Stamps } from './steps.ts';

/** Where the bytes from before are archived; absolute. */
export function archivedPath({ workspace, archive }: ApplyContext, { archive_id }: JournalRow): string | null {
  const copy = archive_id === null ? null : archive.get(archive_id);
  return copy === null ? null : within(workspace, copy.archive_path);
}

/**
 * Ends the second names of replaced files. A program that had the old file open may have written into it after it was
 * archived: those bytes go into the archive as a version of their own.
 */
export async function discardAll(
  context: ApplyContext,
  number: number,
  rows: readonly JournalRow[],
  stamps: Stamps | null,
): Promise<void> {
  const places = createKeepPlaces(context);
  const replaced = rows.filter((row) => row.before_hash !== null);
  const jobs = replaced.map((row) => ({
    captured: `${within(context.workspace, row.slot)}.old`,
    hash: row.before_hash,
    stamp: stamps?.get(row.seq) ?? null,
    archived: archivedPath(context, row),
    keepAt: places.reserve(row.path),
  }));
  const kept = await context.workers.run('discard', jobs);
  for (const [index, row] of replaced.entries()) {
    const place = jobs[index]?.keepAt;
    if (kept[index] !== true || place === undefined) continue;
    const { size, mode } = lstatSync(place);
    places.enter(place, { key: row.key, path: row.path, hash: hashOfFile(place), mode: mode & 0o7777, size }, number);
  }
}
