import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError, errnoOf } from '../../../kernel/errors.ts';
import { releaseNumber } from '../ledger/release-id.ts';
import type { Releases } from '../ledger/releases.ts';
import type { ApplyContext } from './context.ts';
import { undoRelease, verifyAndEnd } from './end-release.ts';
import { removeEmptyFolders } from './folders.ts';
import { discardAll } from './settle.ts';

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
  for (const release of context.releases.unfinished()) recovered.push(await endRelease(context, release));
  await sweepStaging(context);
  return recovered;
}

async function endRelease(context: ApplyContext, release: ReturnType<Releases['unfinished']>[number]): Promise<Recovered> {
  const rows = context.releases.rows(release.number);
  const ending =
    release.status === 'VERIFYING'
      ? await verifyAndEnd(context, release, rows, null)
      : await undoRelease(context, release, rows, {
          live: false,
          reason: 'Nightguard was interrupted before the set was complete.',
        });
  switch (ending.outcome) {
    case 'applied':
      return { release: ending.release, result: 'finished', reason: 'The set was in place; it was verified again and stands.' };
    case 'failed':
      return { release: ending.release, result: 'taken-back', reason: ending.reason };
    case 'rolled-back':
      return { release: ending.release, result: 'rolled-back', reason: ending.reason };
    case 'unfinished':
      throw new AppError('internal', ending.reason);
  }
}

/** A crash between the end of a release and its tidying up leaves second names of replaced files behind. */
async function sweepStaging(context: ApplyContext): Promise<void> {
  const staging = join(context.workspace, '.nightguard', 'staging');
  for (const name of foldersIn(staging)) {
    if (!/^R-\d{4,}$/.test(name)) continue; // not ours
    const number = releaseNumber(name);
    await discardAll(context, number, context.releases.rows(number), null);
    removeEmptyFolders(context.workspace, context.releases, number, 'emptied');
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
