import { lstatSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ReleaseKind } from '../../../../shared/model/updates.ts';
import { AppError } from '../../../kernel/errors.ts';
import { within } from '../../../kernel/paths.ts';
import type { JournalRow } from '../ledger/releases.ts';
import type { ApplyContext } from './context.ts';
import { hashOfFile, hashOrNull, stampOrNull } from './file-work.ts';
import { removeEmptyFolders } from './folders.ts';
import { stagingFolderOf } from './journal.ts';
import { createKeepPlaces, type KeepPlaces } from './keep-places.ts';
import { archivedPath } from './settle.ts';
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
  enterApplied(context, places, release.number, rows, jobs);
  const outcomes = await workers.run('take-back', jobs);
  await workers.run('sync-folder', [...new Set(jobs.map((job) => dirname(job.target)))]);
  // What the disk would not let us put back is tried again by the next act: the journal stays open.
  const failed = outcomes.find((one) => one.state === 'failed');
  if (failed !== undefined) throw new AppError('internal', failed.problem ?? 'a file could not be put back');
  removeEmptyFolders(workspace, releases, release.number, 'made');
  const needless = live ? [] : removeNeedlessCopies(context, rows, outcomes);
  const left = rows.flatMap(({ path }, index) => {
    const outcome = outcomes[index];
    if (outcome?.state !== 'left') return [];
    return [outcome.problem === null ? path : `${path} (${outcome.problem})`];
  });
  const full = left.length === 0 ? reason : `${reason} Left as they are now: ${left.join(', ')}.`;
  database.transaction(() => {
    for (const [index, row] of rows.entries()) enterForeign(places, row, jobs[index], outcomes[index], release.number);
    for (const copy of archive.ofRelease(release.number)) {
      if (stampOrNull(within(workspace, copy.archive_path)) === null) archive.remove(copy.id);
    }
    for (const id of needless) archive.remove(id);
    releases.setStatus(release.number, live ? 'ROLLED_BACK' : 'FAILED', clock.now(), full);
    if (live && release.kind === 'update') context.settlement.rejected(release.number, rows);
    audit.outcome(release.intent, { result: 'taken-back', reasons: [full] });
  });
  rmSync(stagingFolderOf(workspace, release.number), { recursive: true, force: true });
  return { reason: full, left };
}

function toJob(context: ApplyContext, row: JournalRow, places: KeepPlaces, live: boolean): TakeBackJob {
  return {
    target: within(context.workspace, row.path),
    slot: within(context.workspace, row.slot),
    beforeHash: row.before_hash,
    beforeMode: row.before_mode ?? 0o644,
    afterHash: row.after_hash,
    archived: archivedPath(context, row),
    live,
    keepApplied: live && row.after_hash !== null ? places.reserve(row.path) : null,
    keepForeign: places.reserve(row.path),
  };
}

/** Bytes that were live are entered before they are moved: a crash between the two must not make them unknown. */
function enterApplied(
  { database }: ApplyContext,
  places: KeepPlaces,
  release: number,
  rows: readonly JournalRow[],
  jobs: readonly TakeBackJob[],
): void {
  database.transaction(() => {
    for (const [index, { key, path, after_hash: hash, after_mode: mode, size }] of rows.entries()) {
      const place = jobs[index]?.keepApplied ?? null;
      if (place !== null && hash !== null)
        places.enter(place, { key, path, hash, mode: mode ?? 0o644, size: size ?? 0 }, release);
    }
  });
}

function enterForeign(
  places: KeepPlaces,
  row: JournalRow,
  job: TakeBackJob | undefined,
  outcome: TakeBackOutcome | undefined,
  release: number,
): void {
  if (job === undefined || outcome === undefined) return;
  const { key, path } = row;
  if (outcome.keptForeign) {
    const { size, mode } = lstatSync(job.keepForeign);
    places.enter(job.keepForeign, { key, path, hash: hashOfFile(job.keepForeign), mode: mode & 0o7777, size }, release);
  }
}

/**
 * A release that never became live leaves copies of files which are in their place again: they go, first the file and then its
 * entry. A copy that is not what its entry says was never finished, or is somebody else's: only the entry goes.
 */
function removeNeedlessCopies(
  context: ApplyContext,
  rows: readonly JournalRow[],
  outcomes: readonly TakeBackOutcome[],
): number[] {
  const removed: number[] = [];
  for (const [index, row] of rows.entries()) {
    const file = archivedPath(context, row);
    if (row.archive_id === null || file === null) continue;
    const isGood = hashOrNull(file) === row.before_hash;
    if (isGood && outcomes[index]?.isAsBefore !== true) continue;
    if (isGood) rmSync(file);
    removed.push(row.archive_id);
  }
  return removed;
}
