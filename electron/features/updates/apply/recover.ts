import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '../../../kernel/errors.ts';
import { releaseId, releaseNumber } from '../ledger/release-id.ts';
import type { JournalRow, Releases } from '../ledger/releases.ts';
import { faultOf } from './applier.ts';
import type { ApplyContext } from './context.ts';
import { removeEmptyFolders } from './folders.ts';
import { discardAll } from './settle.ts';
import { takeBack } from './take-back-release.ts';

/** What became of a release that a crash had interrupted. */
export interface Recovered {
  release: string;
  result: 'finished' | 'taken-back' | 'rolled-back';
  reason: string;
}

/**
 * Ends what a crash interrupted. A set that was not completely in place is taken back; one that was is verified now and
 * finished, or rolled back. The caller holds the workspace lock, so no living process is at work on these.
 */
export async function recoverReleases(context: ApplyContext): Promise<Recovered[]> {
  const recovered: Recovered[] = [];
  for (const release of context.releases.unfinished()) {
    const rows = context.releases.rows(release.number);
    recovered.push(release.status === 'VERIFYING' ? await finish(context, release, rows) : await undo(context, release, rows));
  }
  await sweepStaging(context);
  return recovered;
}

type Unfinished = ReturnType<Releases['unfinished']>[number];

async function undo(context: ApplyContext, release: Unfinished, rows: JournalRow[]): Promise<Recovered> {
  const { reason } = await takeBack(context, release, rows, {
    live: false,
    reason: 'Nightguard was interrupted before the set was complete.',
  });
  return { release: releaseId(release.number), result: 'taken-back', reason };
}

async function finish(context: ApplyContext, release: Unfinished, rows: JournalRow[]): Promise<Recovered> {
  const id = releaseId(release.number);
  const verifications = await context.verify(release.kind, rows);
  context.releases.saveVerifications(release.number, verifications);
  const fault = faultOf(verifications);
  if (fault !== null) {
    const { reason } = await takeBack(context, release, rows, { live: true, reason: fault });
    return { release: id, result: 'rolled-back', reason };
  }
  context.database.transaction(() => {
    context.releases.setStatus(release.number, 'SUCCESS', context.clock.now(), null);
    context.settlement.committed(release.number, rows);
    context.audit.outcome(release.intent, { result: 'done', reasons: ['finished after an interruption'] });
  });
  await discardAll(context, release.number, rows, null);
  removeEmptyFolders(context.workspace, context.releases, release.number, 'emptied');
  return {
    release: id,
    result: 'finished',
    reason: 'Nightguard was interrupted while it verified; the set was verified again and stands.',
  };
}

/** A crash between the end of a release and its tidying up leaves second names of replaced files behind. */
async function sweepStaging(context: ApplyContext): Promise<void> {
  const staging = join(context.workspace, '.nightguard', 'staging');
  for (const name of foldersIn(staging)) {
    if (/^R-\d{4,}$/.test(name)) {
      const number = releaseNumber(name);
      await discardAll(context, number, context.releases.rows(number), null);
      removeEmptyFolders(context.workspace, context.releases, number, 'emptied');
    }
    rmSync(join(staging, name), { recursive: true, force: true });
  }
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}
