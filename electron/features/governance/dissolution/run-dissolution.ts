import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomic } from '../../../kernel/atomic-file.ts';
import { beginAct } from '../../../kernel/begin-act.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import { asAppError, AppError } from '../../../kernel/errors.ts';
import { sha256 } from '../../../kernel/hash.ts';
import { assertRealFolders, within } from '../../../kernel/paths.ts';
import type { Audit } from '../../../kernel/ports/audit.ts';
import type { PolicyGate } from '../policy/index.ts';
import { archiveStructure, discardUnfinished } from './archive-structure.ts';
import type { DissolutionJournal, Journalled } from './journal.ts';
import { SUMMARY_NAME, type DissolutionPlan, type Handover } from './plan.ts';
import { removeStructure } from './remove-structure.ts';
import { entryAt, surveyStructure, type StructureEntry } from './survey.ts';

export interface DissolutionEffects {
  workspace: string;
  database: Database;
  journal: DissolutionJournal;
  clock: Pick<Clock, 'now'>;
  gate: PolicyGate;
  audit: Audit;
  /** Appends `dissolution-execution`/`Dissolved` to the audit log. Called again after a crash: it must not append twice for one `id`. */
  record: (id: number, plan: DissolutionPlan, left: readonly string[]) => Promise<void>;
  /** Closes the inquisitor's sessions, hands authority over, updates the README: only for the immune system. May be called again. */
  handOver?: (handover: Handover, plan: DissolutionPlan) => Promise<void>;
}

export type DissolutionOutcome =
  /** `left`: changed or new files that are not in the archive and were not removed, relative to the structure. */
  | { outcome: 'dissolved'; archivePath: string; left: string[] }
  | { outcome: 'refused'; verdict: 'ask' | 'deny'; reason: string }
  | { outcome: 'taken-back'; reason: string };

/** Dissolves a structure as planned: never without an approval of exactly this plan. Killed at any point it is ended by `recoverDissolutions`. */
export async function runDissolution(plan: DissolutionPlan, effects: DissolutionEffects): Promise<DissolutionOutcome> {
  const { clock, journal } = effects;
  if (plan.handover !== null && effects.handOver === undefined)
    throw new AppError('denied', 'Nobody is there to hand the immune system over to.');
  const act = {
    type: 'dissolution.run',
    target: plan.structure,
    actor: 'nightguard',
    paths: plan.entries
      .filter(({ path, kind }) => kind !== 'folder' && !plan.kept.includes(path))
      .map(({ path }) => `${plan.structure}/${path}`),
    contentHash: plan.contentHash,
    risk: 'high' as const,
    summary: `Archive ${plan.structure} to ${plan.archivePath} and remove it: ${plan.reason}`,
    diff: () => plan.summary,
  };
  let begun: Journalled | undefined;
  const { judgement } = beginAct(effects, act, (intent) => {
    begun = journal.begin(plan, intent, clock.now());
  });
  if (judgement.verdict !== 'allow' || begun === undefined) {
    return {
      outcome: 'refused',
      verdict: judgement.verdict === 'deny' ? 'deny' : 'ask',
      reason: judgement.verdict === 'allow' ? '' : judgement.reason,
    };
  }
  return carryOn(begun, effects);
}

/** Ends what a crash interrupted: taken back before the archive is whole, carried on after. */
export async function recoverDissolutions(effects: DissolutionEffects): Promise<DissolutionOutcome[]> {
  const outcomes: DissolutionOutcome[] = [];
  for (const begun of effects.journal.unfinished()) {
    const early = begun.step === 'summarising' || begun.step === 'archiving';
    outcomes.push(
      early ? await takeBack(begun, effects, 'It was interrupted before the archive was whole.') : await complete(begun, effects),
    );
  }
  return outcomes;
}

async function carryOn(begun: Journalled, effects: DissolutionEffects): Promise<DissolutionOutcome> {
  const { plan, id } = begun;
  const { workspace, journal } = effects;
  try {
    assertRealFolders(workspace, `${plan.structure}/x`, new Set());
    assertRealFolders(workspace, `${plan.archivePath}/x`, new Set());
    assertUnchanged(workspace, plan);
    await writeFileAtomic(within(workspace, plan.summaryPath), plan.summary);
    journal.advance(id, 'archiving');
    await archiveStructure(within(workspace, plan.structure), within(workspace, plan.archivePath), archived(workspace, plan));
    journal.advance(id, 'removing');
  } catch (error) {
    return takeBack(begun, effects, asAppError(error).message);
  }
  return complete({ ...begun, step: 'removing' }, effects);
}

/** The archive is whole from here on: there is only forward. */
async function complete(begun: Journalled, effects: DissolutionEffects): Promise<DissolutionOutcome> {
  const { plan, id, intent } = begun;
  const { workspace, journal, audit, clock, database } = effects;
  if (plan.handover !== null) {
    if (effects.handOver === undefined)
      throw new AppError('denied', 'The immune system cannot be dissolved without handing its authority over.');
    await effects.handOver(plan.handover, plan);
  }
  const archive = within(workspace, plan.archivePath);
  const entries = [...plan.entries, entryAt(archive, SUMMARY_NAME)];
  const left = await removeStructure(within(workspace, plan.structure), archive, entries, plan.kept);
  journal.advance(id, 'recording');
  await effects.record(id, plan, left);
  database.transaction(() => {
    journal.finish(id, 'done', clock.now(), left.length === 0 ? null : left.join('\n'));
    audit.outcome(intent, { result: 'done', reasons: left.map((path) => `left in place: ${path}`) });
  });
  return { outcome: 'dissolved', archivePath: plan.archivePath, left };
}

/** Nothing has been removed yet: only what this dissolution itself wrote goes. */
async function takeBack(
  { plan, id, intent }: Journalled,
  effects: DissolutionEffects,
  reason: string,
): Promise<DissolutionOutcome> {
  const { workspace, journal, audit, clock, database } = effects;
  await discardUnfinished(within(workspace, plan.archivePath));
  const summary = within(workspace, plan.summaryPath);
  if (isOurs(workspace, plan)) await rm(summary);
  database.transaction(() => {
    journal.finish(id, 'taken-back', clock.now(), reason);
    audit.outcome(intent, { result: 'taken-back', reasons: [reason] });
  });
  return { outcome: 'taken-back', reason };
}

function isOurs(workspace: string, plan: DissolutionPlan): boolean {
  try {
    return entryAt(within(workspace, plan.structure), SUMMARY_NAME).hash === sha256(plan.summary);
  } catch {
    // Not there, or not readable: not ours to remove.
    return false;
  }
}

/** @throws AppError `changed-meanwhile` */
function assertUnchanged(workspace: string, plan: DissolutionPlan): void {
  const line = ({ path, kind, hash }: StructureEntry): string => `${path}\0${kind}\0${hash}`;
  const now = surveyStructure(within(workspace, plan.structure)).map(line).join('\n');
  if (now !== plan.entries.map(line).join('\n')) {
    throw new AppError(
      'changed-meanwhile',
      `${join(plan.structure)} has changed since its dissolution was approved. Nothing was removed.`,
    );
  }
}

const archived = (workspace: string, plan: DissolutionPlan): StructureEntry[] => [
  ...plan.entries,
  entryAt(within(workspace, plan.structure), SUMMARY_NAME),
];
