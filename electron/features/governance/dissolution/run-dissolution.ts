import { lstatSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { writeFileAtomic } from '../../../kernel/atomic-file.ts';
import { beginAct } from '../../../kernel/begin-act.ts';
import { asAppError, AppError } from '../../../kernel/errors.ts';
import { sha256 } from '../../../kernel/hash.ts';
import { parentKey } from '../../../kernel/names.ts';
import { assertRealFolders, within } from '../../../kernel/paths.ts';
import { archiveStructure, discardUnfinished } from './archive-structure.ts';
import type { DissolutionEffects, DissolutionOutcome } from './effects.ts';
import { finishDissolution } from './finish-dissolution.ts';
import type { Journalled } from './journal.ts';
import { isKept } from './kept-logs.ts';
import type { DissolutionPlan } from './plan.ts';
import { assertNotWritten } from './possible.ts';
import { SUMMARY_NAME } from './summary.ts';
import { sweepUnfinished } from './sweep.ts';
import { entryAt, surveyStructure, type StructureEntry } from './survey.ts';
import { leadsThroughLink } from './through-links.ts';
import { actOf } from './what-goes.ts';

/**
 * Dissolves a structure as planned: never without an approval of exactly this plan. Killed at any point it is ended by
 * `recoverDissolutions`. The caller holds the workspace lock.
 */
export async function runDissolution(
  plan: DissolutionPlan,
  effects: DissolutionEffects,
  door: string,
): Promise<DissolutionOutcome> {
  const { clock, journal, workspace } = effects;
  let begun: Journalled | undefined;
  const { judgement } = beginAct(effects, actOf(plan, workspace, door), (intent) => {
    begun = journal.begin(plan, intent, clock.now());
  });
  if (judgement.verdict !== 'allow') return { outcome: 'refused', verdict: judgement.verdict, reason: judgement.reason };
  if (begun === undefined) throw new AppError('internal', 'A dissolution was allowed but not begun.');
  return carryOn(begun, effects);
}

async function carryOn(begun: Journalled, effects: DissolutionEffects): Promise<DissolutionOutcome> {
  const { plan, id } = begun;
  const { workspace, journal, onProgress, signal } = effects;
  const folder = within(workspace, plan.structure);
  let { step } = begun;
  try {
    await assertAsPlanned(workspace, plan);
    await writeFileAtomic(within(workspace, plan.summaryPath), plan.summary);
    await archiveStructure({
      folder,
      workspace,
      archive: within(workspace, plan.archivePath),
      entries: [...plan.entries, entryAt(folder, SUMMARY_NAME)],
      logs: plan.kept,
      onBegun() {
        journal.advance(id, 'archiving');
        step = 'archiving';
      },
      onCount: (done, total) => onProgress?.({ phase: 'archiving', done, total }),
      signal,
    });
    journal.advance(id, 'removing');
  } catch (error) {
    return takeBack({ ...begun, step }, effects, asAppError(error).message);
  }
  return finishDissolution({ ...begun, step: 'removing' }, effects);
}

/** Nothing has been removed yet: only what this dissolution itself wrote goes, and nothing behind a symbolic link. */
export async function takeBack(
  { plan, id, intent, step }: Journalled,
  { workspace, journal, audit, clock, database }: DissolutionEffects,
  reason: string,
): Promise<DissolutionOutcome> {
  if (!leadsThroughLink(workspace, parentKey(plan.archivePath)))
    await discardUnfinished(within(workspace, plan.archivePath), step === 'archiving');
  if (isFolder(within(workspace, plan.structure)) && !leadsThroughLink(workspace, plan.structure)) {
    if (isOurs(workspace, plan)) await rm(within(workspace, plan.summaryPath));
    const known = plan.entries.map(({ path }) => path);
    await sweepUnfinished(within(workspace, plan.structure), plan.summary, known);
  }
  database.transaction(() => {
    journal.finish(id, 'taken-back', clock.now(), reason);
    audit.outcome(intent, { result: 'taken-back', reasons: [`dissolution: ${plan.reason}`, reason] });
  });
  return { outcome: 'taken-back', reason };
}

/** It may be gone, or no folder any more, when it has changed under us. */
const isFolder = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

function isOurs(workspace: string, plan: DissolutionPlan): boolean {
  try {
    return entryAt(within(workspace, plan.structure), SUMMARY_NAME).hash === sha256(plan.summary);
  } catch {
    // Not there, or not readable: not ours to remove.
    return false;
  }
}

/** @throws AppError `unsafe-path`, `changed-meanwhile`, `locked` when some program has a file open for writing */
async function assertAsPlanned(workspace: string, plan: DissolutionPlan): Promise<void> {
  assertRealFolders(workspace, `${plan.structure}/x`, new Set());
  assertRealFolders(workspace, `${plan.archivePath}/x`, new Set());
  const folder = within(workspace, plan.structure);
  assertNotWritten(folder, plan);
  const stays = (path: string): boolean => plan.handover !== null && isKept(path, plan.logs);
  const line = ({ path, kind, hash }: StructureEntry): string => `${path}\0${kind}\0${hash}`;
  const there = (await surveyStructure(folder)).filter(({ path, kind }) => kind === 'folder' || !stays(path));
  if (there.map(line).join('\n') !== plan.entries.map(line).join('\n')) {
    const what = `${plan.structure} has changed since its dissolution was approved. Nothing was removed.`;
    throw new AppError('changed-meanwhile', what);
  }
}
