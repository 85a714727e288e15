import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import type {
  ChangedSince,
  RollbackFile,
  RollbackPreview,
  RollbackResult,
  RollbackTarget,
  Trigger,
} from '../../../../shared/model/updates.ts';
import { AppError } from '../../../kernel/errors.ts';
import { isAscii } from '../../../../shared/model/fold-name.ts';
import { within } from '../../../kernel/paths.ts';
import { applyRelease } from '../apply/applier.ts';
import type { ApplyContext, OnProgress } from '../apply/context.ts';
import type { ReleaseItem } from '../apply/prepare.ts';
import type { Base } from '../ledger/base.ts';
import { releaseNumber } from '../ledger/release-id.ts';
import { spellingOnDisk } from '../survey/spelling-on-disk.ts';
import { goalsOf } from './goals.ts';
import { planRollback, type Facts, type Goal } from './plan-rollback.ts';

export interface RollbackContext {
  apply: ApplyContext;
  base: Base;
}

export interface RollbackOptions {
  /** Of the preview that was shown; undefined when the caller accepts whatever is true now. */
  token?: string;
  changedSince: ChangedSince;
  trigger: Trigger;
  onProgress: OnProgress;
}

interface RollbackPlan {
  preview: RollbackPreview;
  goals: Goal[];
}

/** Lists every file with what would be put back, removed, or needs a decision. Changes nothing. */
export async function previewRollback(context: RollbackContext, target: RollbackTarget): Promise<RollbackPreview> {
  return (await plan(context, target)).preview;
}

/**
 * Goes back. It is a release of its own: journalled, the present bytes archived first, and so it can be undone itself.
 * Files that were changed since are left (`keep`) or archived and put back as well (`overwrite`). The caller holds the lock.
 * @throws AppError `stale-preview` when something changed since the preview was shown
 */
export async function rollBack(
  context: RollbackContext,
  target: RollbackTarget,
  options: RollbackOptions,
): Promise<RollbackResult> {
  const { preview, goals } = await plan(context, target);
  if (options.token !== undefined && options.token !== preview.token) {
    throw new AppError(
      'stale-preview',
      'Files have changed since the preview was made. Nothing was done; look at the new preview.',
    );
  }
  const result = { release: null, of: preview.of, files: preview.files, reason: null };
  const chosen = preview.files.flatMap((file, index) =>
    isChosen(file, options.changedSince) ? [{ file, goal: goals[index] }] : [],
  );
  const items = chosen.flatMap(({ file, goal }) => (goal === undefined ? [] : [toItem(context, file, goal)]));
  if (items.length === 0) return { ...result, status: 'NOTHING_TO_DO' };
  const outcome = await applyRelease(context.apply, {
    kind: 'rollback',
    of: preview.of,
    takesBack: isComplete(preview, items.length) ? takenBack(target, goals) : [],
    trigger: options.trigger,
    empties: [...new Set(goals.flatMap((goal) => goal.undoes))].flatMap((number) =>
      context.apply.releases.folders(number, 'made'),
    ),
    items,
    onProgress: options.onProgress,
  });
  switch (outcome.outcome) {
    case 'applied':
      return { ...result, status: 'COMPLETED', release: outcome.release };
    case 'refused':
      return { ...result, status: outcome.judgement.verdict === 'ask' ? 'HELD' : 'FAILED', reason: outcome.judgement.reason };
    case 'failed':
    case 'unfinished':
    case 'rolled-back':
      return { ...result, status: 'FAILED', release: outcome.release, reason: outcome.reason };
  }
}

const isChosen = ({ action }: RollbackFile, changedSince: ChangedSince): boolean =>
  action === 'put-back' || action === 'remove' || (action === 'decide' && changedSince === 'overwrite');

async function plan(context: RollbackContext, target: RollbackTarget): Promise<RollbackPlan> {
  const { workspace, releases, archive, workers } = context.apply;
  const currentHash = async (path: string): Promise<string | null> =>
    (await workers.run('hash', [within(workspace, path)]))[0] ?? null;
  const versionCurrent =
    target.kind === 'version' ? await currentHash(archive.get(target.archiveId)?.path ?? '.nightguard') : null;
  const { goals: recorded, of } = goalsOf(target, { releases, archive, base: context.base, currentHash: () => versionCurrent });
  const goals = recorded.map((goal) => ({ ...goal, path: pathNow(workspace, goal) }));
  const hashes = await workers.run(
    'hash',
    goals.map((goal) => within(workspace, goal.path)),
  );
  const current = new Map(goals.map((goal, index) => [goal, hashes[index] ?? null]));
  const copies = await findCopies(context.apply, goals);
  const factsOf = (goal: Goal): Facts => ({ current: current.get(goal) ?? null, archiveId: copies.get(goal) ?? null });
  const files = planRollback(goals, factsOf);
  const token = createHash('sha256')
    .update(JSON.stringify([target, files]))
    .digest('hex');
  return { preview: { target, of, files, token }, goals };
}

/** Where the file is now: a person may have respelt its name in the other Unicode form, and it is still the same file. */
function pathNow(workspace: string, { key, path }: Goal): string {
  const isThere = lstatSync(within(workspace, path), { throwIfNoEntry: false }) !== undefined;
  return isThere || isAscii(key) ? path : (spellingOnDisk(workspace, key) ?? path);
}

/** For each goal an archived copy that still has the wanted content: the file's own first, and another one where that is damaged. */
async function findCopies({ archive, workspace, workers }: ApplyContext, goals: readonly Goal[]): Promise<Map<Goal, number>> {
  const found = new Map<Goal, number>();
  let open = goals.flatMap((goal) => {
    const { hash } = goal.want;
    if (hash === null) return [];
    return [
      { goal, hash, copies: archive.withHash(hash).sort((a, b) => Number(b.key === goal.key) - Number(a.key === goal.key)) },
    ];
  });
  while (open.length > 0) {
    const tried = open.flatMap(({ copies: [first, ...rest], ...one }) => (first === undefined ? [] : [{ ...one, first, rest }]));
    const paths = tried.map(({ first }) => within(workspace, first.archive_path));
    const hashes = await workers.run('hash', paths);
    for (const [index, { goal, hash, first }] of tried.entries()) if (hashes[index] === hash) found.set(goal, first.id);
    open = tried.filter(({ goal }) => !found.has(goal)).map(({ goal, hash, rest }) => ({ goal, hash, copies: rest }));
  }
  return found;
}

function toItem({ apply, base }: RollbackContext, file: RollbackFile, goal: Goal): ReleaseItem {
  const copy = file.archiveId === null ? null : apply.archive.get(file.archiveId);
  const after =
    copy === null
      ? null
      : { from: within(apply.workspace, copy.archive_path), hash: copy.hash, size: copy.size, mode: goal.want.mode };
  return {
    key: goal.key,
    path: file.path,
    type: after === null ? 'DELETED' : 'RESTORED',
    before: file.currentHash,
    after,
    baseBefore: base.get(goal.key),
    baseAfter: goal.baseAfter,
    rejects: goal.reject.filter((hash) => hash !== (goal.want.hash ?? '')),
  };
}

/** Whether nothing of the release is left in the workspace. */
const isComplete = ({ files }: RollbackPreview, chosen: number): boolean =>
  files.filter((file) => file.action === 'unchanged').length + chosen === files.length;

/** The releases of which nothing is left when all of this is gone back on, newest first. */
function takenBack(target: RollbackTarget, goals: readonly Goal[]): number[] {
  if (target.kind === 'release') return [releaseNumber(target.release)];
  if (target.kind !== 'time') return [];
  return [...new Set(goals.flatMap((goal) => goal.undoes))].sort((a, b) => b - a);
}
