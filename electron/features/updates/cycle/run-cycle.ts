import { asksForDecision } from '../../../../shared/model/snapshot.ts';
import type { CycleResult, UpdateEntry } from '../../../../shared/model/updates.ts';
import { asAppError } from '../../../kernel/errors.ts';
import { localIso } from '../../../kernel/local-time.ts';
import { within } from '../../../kernel/paths.ts';
import { applyRelease, type ReleaseOutcome } from '../apply/applier.ts';
import { foldersAbove } from '../apply/folders.ts';
import type { ReleaseItem } from '../apply/prepare.ts';
import type { Hold } from '../ledger/holds.ts';
import type { Projection } from '../log/update-log.ts';
import { entriesOfRelease, entryOfHold } from '../log/update-entries.ts';
import { releaseNumber } from '../ledger/release-id.ts';
import type { PlannedChange } from '../plan/plan.ts';
import { adoptRoot } from '../survey/root.ts';
import type { ScanDifference } from '../watch/deafness.ts';
import type { CycleContext, CycleOptions, Unavailable } from './context.ts';
import { decide, type Intention } from './decide.ts';
import { look, type Seen, type Unquiet } from './look.ts';

/** What a cycle came to, with what is new for a person. */
export interface CycleReport {
  state: 'done';
  result: CycleResult;
  /** Core could not be looked at. */
  unavailable: Unavailable | null;
  /** Held now and not held for the same reason before. */
  newHolds: readonly Hold[];
  newHeldSet: boolean;
  outcome: ReleaseOutcome | null;
  /** A full comparison that left nothing open. */
  provenGood: boolean;
  projection: Projection;
  full: boolean;
  pointers: number;
  /** Where Core differs from what was last applied: what a watcher should have told of. Only of a full look. */
  differences: readonly ScanDifference[];
}

/** Looks, decides, applies, records; or says how long Core is still too fresh. The caller holds the workspace lock. @throws AppError `cancelled` */
export async function runCycle(context: CycleContext, options: CycleOptions): Promise<CycleReport | Unquiet> {
  const seen = await look(context, options);
  if (seen.state === 'unquiet') return seen;
  if (seen.state === 'unavailable') return unavailableReport(context, seen);
  const intention = await decide(context, seen, options);
  if (options.dryRun) return plannedReport(context, seen, intention);
  return act(context, seen, intention, options);
}

async function act(context: CycleContext, seen: Seen, intention: Intention, options: CycleOptions): Promise<CycleReport> {
  const now = context.clock.now();
  const fresh = context.holds.replace(intention.holds, intention.heldSet, now);
  let outcome: ReleaseOutcome | null = null;
  let failure: string | null = null;
  if (intention.heldSet === null) {
    trustRoot(context, seen);
    settle(context, intention);
    if (intention.changes.length > 0) {
      try {
        outcome = await applyChanges(context, seen, intention.changes, options);
      } catch (error) {
        if (asAppError(error).code === 'cancelled') throw error;
        // Nothing was begun: the set is tried again by the next cycle.
        failure = asAppError(error).message;
      }
    }
  }
  const projection = await context.updateLog.project(fresh.items);
  const result = resultOf(context, intention, outcome, failure);
  const isSettled = !result.held.some(asksForDecision) && result.heldSet === null;
  const provenGood = seen.survey.full && isSettled && ['NO_UPDATES', 'COMPLETED'].includes(result.status);
  return {
    state: 'done',
    result,
    unavailable: null,
    newHolds: fresh.items.filter(asksForDecision),
    newHeldSet: fresh.set,
    outcome,
    provenGood,
    projection,
    full: seen.survey.full,
    pointers: seen.survey.counts.pointers,
    differences: differencesOf(seen),
  };
}

const differencesOf = ({ survey }: Seen): ScanDifference[] =>
  survey.rows
    .filter((row) => row.obstacle === null && (row.source?.hash ?? null) !== row.base)
    .map(({ key, source }) => ({ key, arrivedAt: source?.arrivedAt ?? null }));

/** From now on this folder's marker is what "Core is there" means. */
function trustRoot(context: CycleContext, { root, source }: Seen): void {
  if (root.state === 'ok') return;
  const { audit } = context.apply;
  const intent = audit.intent({ type: 'core.trust', target: source, actor: 'nightguard', paths: [] });
  try {
    adoptRoot(source, context.database, context.clock);
    audit.outcome(intent, { result: 'done', reasons: [] });
  } catch (error) {
    // A Core that is shared read-only: it works without the marker, only a swapped folder is recognised less surely.
    const message = asAppError(error).message;
    audit.outcome(intent, { result: 'failed', reasons: [message] });
    context.log.write('warn', message);
  }
}

/** What needs no release: a person keeps the local version, or Core removed what stays here. */
function settle({ database, base, refusals }: CycleContext, { plan }: Intention): void {
  base.markGone(plan.kept);
  if (plan.acknowledge.length === 0) return;
  database.transaction(() => {
    for (const { key, base: hash } of plan.acknowledge) {
      base.set(key, hash);
      refusals.forgetDecision(key);
    }
  });
}

function applyChanges(
  context: CycleContext,
  seen: Seen,
  changes: readonly PlannedChange[],
  options: CycleOptions,
): Promise<ReleaseOutcome> {
  return applyRelease(context.apply, {
    kind: 'update',
    of: null,
    takesBack: [],
    empties: emptiedBy(context, changes),
    trigger: options.trigger,
    items: changes.map((change) => toItem(change, seen.source)),
    onProgress: options.onProgress,
  });
}

/** Folders that Nightguard made once and that Core has no file in any more. */
function emptiedBy({ apply }: CycleContext, changes: readonly PlannedChange[]): string[] {
  const removed = changes.filter((change) => change.type === 'DELETED').flatMap((change) => foldersAbove(change.path));
  return [...new Set(removed)].filter((folder) => apply.releases.madeFolder(folder));
}

function toItem(change: PlannedChange, source: string): ReleaseItem {
  const { key, path, type, base, source: core, local } = change;
  const after = core === null ? null : { from: within(source, core.path), hash: core.hash, size: core.size, mode: core.mode };
  return { key, path, type, before: local?.hash ?? null, after, baseBefore: base, baseAfter: core?.hash ?? null, rejects: [] };
}

function resultOf(
  context: CycleContext,
  intention: Intention,
  outcome: ReleaseOutcome | null,
  failure: string | null,
): CycleResult {
  const held = context.holds.items();
  const isOpen = held.some(asksForDecision);
  const heldSet = context.holds.set();
  const count = intention.changes.length;
  const release = outcome !== null && 'release' in outcome ? outcome.release : null;
  const applied = outcome?.outcome === 'applied' ? count : 0;
  const refused = outcome?.outcome === 'refused' ? outcome.judgement : null;
  const failed =
    failure !== null ||
    outcome?.outcome === 'failed' ||
    outcome?.outcome === 'unfinished' ||
    outcome?.outcome === 'rolled-back' ||
    refused?.verdict === 'deny';
  const reason = failure ?? refused?.reason ?? (outcome !== null && 'reason' in outcome ? outcome.reason : null);
  return {
    status: statusOf(outcome, failed, isOpen || heldSet !== null || refused !== null),
    release,
    updates_count: count + intention.holds.length,
    success_count: applied,
    failed_count: failed ? count : 0,
    held_count: intention.holds.length + (applied === 0 && !failed ? count : 0),
    timestamp: localIso(context.clock.now()),
    entries: [...releaseEntries(context, release), ...intention.holds.map((hold) => entryOfHold(hold, context.clock.now()))],
    reason,
    held,
    heldSet,
  };
}

function statusOf(outcome: ReleaseOutcome | null, failed: boolean, held: boolean): CycleResult['status'] {
  if (outcome?.outcome === 'rolled-back') return 'ROLLED_BACK';
  if (failed) return 'FAILED';
  if (outcome?.outcome === 'applied') return 'COMPLETED';
  return held ? 'HELD' : 'NO_UPDATES';
}

function releaseEntries({ apply }: CycleContext, release: string | null): UpdateEntry[] {
  if (release === null) return [];
  const number = releaseNumber(release);
  return apply.releases.endedBetween(number - 1, number).flatMap((ended) => entriesOfRelease(ended, apply.archive));
}

function plannedReport(context: CycleContext, seen: Seen, { changes, holds, heldSet }: Intention): CycleReport {
  const now = context.clock.now();
  const timestamp = localIso(now);
  const planned = changes.map((change): UpdateEntry => ({
    type: change.type,
    relative_path: change.path,
    ...(change.source === null ? {} : { drive_hash: change.source.hash }),
    ...(change.local === null ? {} : { local_hash: change.local.hash }),
    timestamp,
    status: 'PLANNED',
  }));
  const result: CycleResult = {
    status: planned.length + holds.length === 0 && heldSet === null ? 'NO_UPDATES' : 'PLANNED',
    release: null,
    updates_count: planned.length + holds.length,
    success_count: 0,
    failed_count: 0,
    held_count: holds.length,
    timestamp,
    entries: [...planned, ...holds.map((hold) => entryOfHold(hold, now))],
    reason: null,
    held: holds.map((hold) => ({ ...hold, since: now, decisions: [] })),
    heldSet: heldSet === null ? null : { ...heldSet, since: now },
  };
  return report(result, {
    pointers: seen.survey.counts.pointers,
    full: seen.survey.full,
    differences: differencesOf(seen),
  });
}

function unavailableReport(context: CycleContext, unavailable: Unavailable): CycleReport {
  const result: CycleResult = {
    status: 'FAILED',
    release: null,
    updates_count: 0,
    success_count: 0,
    failed_count: 0,
    held_count: 0,
    timestamp: localIso(context.clock.now()),
    entries: [],
    reason: unavailable.message,
    held: context.holds.items(),
    heldSet: context.holds.set(),
  };
  return report(result, { unavailable });
}

const report = (result: CycleResult, rest: Partial<CycleReport>): CycleReport => ({
  state: 'done',
  result,
  unavailable: null,
  newHolds: [],
  newHeldSet: false,
  outcome: null,
  provenGood: false,
  projection: { quarantined: null, problem: null },
  full: false,
  pointers: 0,
  differences: [],
  ...rest,
});
