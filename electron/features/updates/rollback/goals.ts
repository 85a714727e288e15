import type { RollbackTarget } from '../../../../shared/model/updates.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { ArchiveIndex } from '../archive/archive-index.ts';
import type { Base } from '../ledger/base.ts';
import { releaseNumber } from '../ledger/release-id.ts';
import type { Releases } from '../ledger/releases.ts';
import { goalOfWork, goalsOfTime, type Goal } from './plan-rollback.ts';

interface GoalSources {
  releases: Releases;
  archive: ArchiveIndex;
  base: Base;
  currentHash: (path: string) => string | null;
}

/** Looks up what a target means, file by file. @throws AppError `not-found` with what to do when there is nothing to go back on */
export function goalsOf(target: RollbackTarget, sources: GoalSources): { goals: Goal[]; of: string } {
  switch (target.kind) {
    case 'release':
      return { goals: releaseGoals(target.release, sources), of: target.release };
    case 'file':
      return { goals: fileGoals(target.path, sources), of: target.path };
    case 'time':
      return { goals: goalsOfTime(sources.releases.pastSince(target.at)), of: new Date(target.at).toISOString() };
    case 'version':
      return versionGoal(target.archiveId, sources);
  }
}

function releaseGoals(id: string, { releases }: GoalSources): Goal[] {
  const detail = releases.detail(id);
  if (detail === null) throw new AppError('not-found', `There is no release ${id}. \`nightguard update --history\` lists them.`);
  if (detail.status !== 'SUCCESS') {
    throw new AppError(
      'not-found',
      `${id} is ${detail.status.toLowerCase().replace('_', ' ')}: none of its files is in the workspace.`,
    );
  }
  const number = releaseNumber(id);
  return releases.rows(number).flatMap((row) => {
    const past = releases.pastOf(row.key);
    const mine = past.find((one) => one.release === number);
    return mine === undefined ? [] : [goalOfWork(mine, past)];
  });
}

function fileGoals(path: string, { releases }: GoalSources): Goal[] {
  const past = releases.pastOf(path.normalize('NFC'));
  const latest = past[0];
  if (latest === undefined)
    throw new AppError('not-found', `No release has touched ${path}. Paths are relative to the workspace.`);
  return [goalOfWork(latest, past)];
}

/** Any archived content, put back over whatever is there: the present bytes are archived first, so nothing needs deciding. */
function versionGoal(archiveId: number, { archive, base, releases, currentHash }: GoalSources): { goals: Goal[]; of: string } {
  const row = archive.get(archiveId);
  if (row === null)
    throw new AppError('not-found', `There is no archived version ${archiveId}. \`nightguard archive list\` lists them.`);
  const goal: Goal = {
    key: row.key,
    path: row.path,
    want: { hash: row.hash, mode: row.mode },
    expected: currentHash(row.path),
    baseAfter: base.get(row.key),
    reject: [],
    undoes: [],
    latest: releases.pastOf(row.key)[0] ?? null,
  };
  return { goals: [goal], of: row.archive_path };
}
