import { lstatSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ReleaseKind } from '../../../../shared/model/updates.ts';
import { within } from '../../../kernel/paths.ts';
import type { JournalRow } from '../ledger/releases.ts';
import type { ApplyContext } from './context.ts';
import { hashOfFile, stampOrNull } from './file-work.ts';
import { removeEmptyFolders } from './folders.ts';
import { stagingFolderOf } from './journal.ts';
import { createKeepPlaces, type KeepPlaces } from './keep-places.ts';
import type { TakeBackJob, TakeBackOutcome } from './take-back.ts';

export interface TakeBackOptions {
  /** The new files were all in place and may have been used: their bytes are archived before they go. */
  live: boolean;
  reason: string;
}

/** Puts back every file of a release that did not come to a good end. Returns the reason, with the files that had to be left. */
export async function takeBack(
  context: ApplyContext,
  release: { number: number; kind: ReleaseKind; intent: number },
  rows: readonly JournalRow[],
  { live, reason }: TakeBackOptions,
): Promise<{ reason: string; left: string[] }> {
  const { workspace, workers, releases, archive, database, clock, audit } = context;
  const places = createKeepPlaces(context);
  const jobs = rows.map((row) => toJob(context, row, places, live));
  const outcomes = await workers.run('take-back', jobs);
  await workers.run('sync-folder', [...new Set(jobs.map((job) => dirname(job.target)))]);
  removeEmptyFolders(workspace, releases, release.number, 'made');
  const needless = live ? [] : removeNeedlessCopies(context, rows, outcomes);
  const left = rows.filter((_, index) => outcomes[index]?.state === 'left').map((row) => row.path);
  const full =
    left.length === 0 ? reason : `${reason} Left as they are, because somebody changed them meanwhile: ${left.join(', ')}.`;
  database.transaction(() => {
    for (const [index, row] of rows.entries()) enterKept(places, row, jobs[index], outcomes[index], release.number);
    for (const id of needless) archive.remove(id);
    releases.setStatus(release.number, live ? 'ROLLED_BACK' : 'FAILED', clock.now(), full);
    if (live && release.kind === 'update') context.settlement.rejected(release.number, rows);
    audit.outcome(release.intent, { result: 'taken-back', reasons: [full] });
  });
  rmSync(stagingFolderOf(workspace, release.number), { recursive: true, force: true });
  return { reason: full, left };
}

function toJob({ workspace, archive }: ApplyContext, row: JournalRow, places: KeepPlaces, live: boolean): TakeBackJob {
  const copy = row.archive_id === null ? null : archive.get(row.archive_id);
  return {
    target: within(workspace, row.path),
    slot: within(workspace, row.slot),
    beforeHash: row.before_hash,
    beforeMode: row.before_mode ?? 0o644,
    afterHash: row.after_hash,
    archived: copy === null ? null : within(workspace, copy.archive_path),
    keepApplied: live && row.after_hash !== null ? places.reserve(row.path) : null,
    keepForeign: places.reserve(row.path),
  };
}

function enterKept(
  places: KeepPlaces,
  row: JournalRow,
  job: TakeBackJob | undefined,
  outcome: TakeBackOutcome | undefined,
  release: number,
): void {
  if (job === undefined || outcome === undefined) return;
  const { key, path } = row;
  if (outcome.keptApplied && job.keepApplied !== null && row.after_hash !== null) {
    const file = { key, path, hash: row.after_hash, mode: row.after_mode ?? 0o644, size: row.size ?? 0 };
    places.enter(job.keepApplied, file, release);
  }
  if (outcome.keptForeign) {
    const { size, mode } = lstatSync(job.keepForeign);
    places.enter(job.keepForeign, { key, path, hash: hashOfFile(job.keepForeign), mode: mode & 0o7777, size }, release);
  }
}

/**
 * A release that never became live leaves copies of files which are in their place again, and perhaps a copy that a crash
 * cut off. Both go, first the file and then its entry; a good copy of anything that is not in its place stays.
 */
function removeNeedlessCopies(
  { workspace, archive }: ApplyContext,
  rows: readonly JournalRow[],
  outcomes: readonly TakeBackOutcome[],
): number[] {
  const removed: number[] = [];
  for (const [index, { archive_id }] of rows.entries()) {
    const copy = archive_id === null ? null : archive.get(archive_id);
    if (copy === null) continue;
    const file = within(workspace, copy.archive_path);
    const isGood = stampOrNull(file) !== null && hashOfFile(file) === copy.hash;
    if (isGood && outcomes[index]?.isAsBefore !== true) continue;
    rmSync(file, { force: true });
    removed.push(copy.id);
  }
  return removed;
}
