import type { ChangeType, HeldReason } from '../../../../shared/model/updates.ts';
import type { UpdatesSettings } from '../../../../shared/model/settings.ts';
import type { Decision, Rejection } from '../ledger/refusals.ts';
import type { Hold } from '../ledger/holds.ts';
import { releaseId } from '../ledger/release-id.ts';
import type { Side, SurveyRow } from '../survey/types.ts';

/** One file that a cycle will replace, create or remove. */
export interface PlannedChange {
  key: string;
  /** Spelling on disk: the local one where the file exists, else Core's. */
  path: string;
  type: ChangeType;
  base: string | null;
  source: Side | null;
  local: Side | null;
}

/** What one cycle would do. Pure data: nothing has been touched. */
export interface Plan {
  changes: PlannedChange[];
  holds: Hold[];
  /** Core's state becomes the common ancestor without a release: a person keeps the local version, or the file is gone on both sides. */
  acknowledge: { key: string; base: string | null }[];
  /** Core removed them and they stay here, by settings. */
  kept: string[];
}

export interface PlanInput {
  rows: readonly SurveyRow[];
  settings: Pick<UpdatesSettings, 'deletions' | 'conflicts'>;
  rejections: readonly Rejection[];
  decisions: readonly Decision[];
}

type Verdict =
  | { verdict: 'nothing' }
  | { verdict: 'keep' }
  | { verdict: 'acknowledge' }
  | { verdict: 'change'; type: ChangeType }
  | { verdict: 'hold'; reason: HeldReason; detail: string };

const NOTHING: Verdict = { verdict: 'nothing' };

/** Compares base, source and local of each path and says what to do. Decides only: time, disk and database stay outside. */
export function planUpdates(input: PlanInput): Plan {
  const plan: Plan = { changes: [], holds: [], acknowledge: [], kept: [] };
  const rejected = rejectionsInForce(input.rejections, input.rows);
  const decisions = new Map(input.decisions.map((decision) => [decision.key, decision]));
  for (const row of input.rows) {
    const verdict = judgeRow(row, input.settings, decisionFor(row, decisions), rejected.get(row.key));
    file(plan, row, verdict);
  }
  return plan;
}

function file(plan: Plan, row: SurveyRow, verdict: Verdict): void {
  const { key, base, source, local } = row;
  const path = local?.path ?? source?.path ?? key;
  switch (verdict.verdict) {
    case 'nothing':
      return;
    case 'keep':
      plan.kept.push(key);
      return;
    case 'acknowledge':
      plan.acknowledge.push({ key, base: source?.hash ?? null });
      return;
    case 'change':
      plan.changes.push({ key, path, type: verdict.type, base, source, local });
      return;
    case 'hold': {
      const { reason, detail } = verdict;
      plan.holds.push({ key, path, reason, detail, sourceHash: source?.hash ?? null, localHash: local?.hash ?? null });
    }
  }
}

function judgeRow(
  row: SurveyRow,
  settings: PlanInput['settings'],
  decision: Decision['decision'] | null,
  rejection: Rejection | undefined,
): Verdict {
  if (row.obstacle !== null) return { verdict: 'hold', ...row.obstacle };
  const wanted = compare(row, settings);
  if (wanted.verdict !== 'change' && wanted.verdict !== 'hold') return wanted;
  if (decision === 'keep-local') return { verdict: 'acknowledge' };
  if (decision === 'take-source') return { verdict: 'change', type: typeOf(row) };
  if (rejection !== undefined) {
    const reason = rejection.wholeSet ? 'rejected' : 'taken-back';
    const detail = `rolled back in ${releaseId(rejection.release)}; applied again only when Core changes or you let it`;
    return { verdict: 'hold', reason, detail };
  }
  return wanted;
}

/** The three-way comparison itself. `base` is what both sides last had in common. */
function compare({ base, source, local }: SurveyRow, settings: PlanInput['settings']): Verdict {
  const s = source?.hash ?? null;
  const l = local?.hash ?? null;
  if (s === null && l === null) return { verdict: 'acknowledge' }; // gone on both sides: nothing in common any more
  if (s === l || s === base) return NOTHING; // agreed, or only changed here
  if (s === null) return l === base ? deletion(settings) : conflict(settings, 'conflict-deleted-in-core', 'DELETED');
  if (l === base) return { verdict: 'change', type: l === null ? 'NEW' : 'MODIFIED' };
  if (l === null) return conflict(settings, 'conflict-deleted-here', 'NEW');
  return conflict(settings, base === null ? 'conflict-unknown' : 'conflict', 'MODIFIED');
}

const deletion = (settings: PlanInput['settings']): Verdict =>
  settings.deletions === 'keep' ? { verdict: 'keep' } : { verdict: 'change', type: 'DELETED' };

function conflict(settings: PlanInput['settings'], reason: HeldReason, type: ChangeType): Verdict {
  // A removal of local work is never taken by a setting alone: only a person's decision removes what was edited here.
  if (settings.conflicts === 'take-source' && type !== 'DELETED') return { verdict: 'change', type };
  return { verdict: 'hold', reason, detail: '' };
}

function typeOf({ source, local }: SurveyRow): ChangeType {
  if (source === null) return 'DELETED';
  return local === null ? 'NEW' : 'MODIFIED';
}

/** A decision counts only for the very contents that the person saw. */
function decisionFor(row: SurveyRow, decisions: ReadonlyMap<string, Decision>): Decision['decision'] | null {
  const decision = decisions.get(row.key);
  if (decision === undefined) return null;
  const same = decision.sourceHash === (row.source?.hash ?? null) && decision.localHash === (row.local?.hash ?? null);
  return same ? decision.decision : null;
}

/**
 * Which rejections still hold. A person's holds for its content. One by verification is about a set:
 * as soon as Core changes one file of that set, the whole set deserves a new try.
 */
function rejectionsInForce(rejections: readonly Rejection[], rows: readonly SurveyRow[]): Map<string, Rejection> {
  const sourceHash = new Map(rows.map((row) => [row.key, row.source?.hash ?? '']));
  const isCurrent = (rejection: Rejection): boolean => sourceHash.get(rejection.key) === rejection.hash;
  const reopened = new Set(rejections.filter((one) => one.wholeSet && !isCurrent(one)).map((one) => one.release));
  const inForce = rejections.filter((one) => isCurrent(one) && !(one.wholeSet && reopened.has(one.release)));
  return new Map(inForce.map((one) => [one.key, one]));
}
