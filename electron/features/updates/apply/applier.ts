import { rmSync } from 'node:fs';
import type { Verification } from '../../../../shared/model/updates.ts';
import { beginAct } from '../../../kernel/begin-act.ts';
import { AppError, asAppError, messageOf } from '../../../kernel/errors.ts';
import type { Act } from '../../../kernel/ports/audit.ts';
import type { Judgement } from '../../../kernel/ports/gate.ts';
import { actOf } from './act-of.ts';
import type { ApplyContext, OnProgress } from './context.ts';
import { removeEmptyFolders } from './folders.ts';
import { writeJournal, type JournalledRelease, type ReleaseHeader } from './journal.ts';
import type { ReleaseItem } from './prepare.ts';
import { discardAll } from './settle.ts';
import { archiveAll, replaceAll, stageAll, type Stamps } from './steps.ts';
import { takeBack } from './take-back-release.ts';

export interface ReleaseRequest extends ReleaseHeader {
  items: readonly ReleaseItem[];
  onProgress: OnProgress;
}

export type ReleaseOutcome =
  | { outcome: 'applied'; release: string }
  /** `failed`: taken back before the set was complete; `rolled-back`: complete, but found wanting. */
  | { outcome: 'rolled-back' | 'failed'; release: string; reason: string }
  | { outcome: 'refused'; judgement: Exclude<Judgement, { verdict: 'allow' }> };

/**
 * Applies a set: all of it or none of it. The caller holds the workspace lock.
 * @throws AppError when nothing was begun: unsafe path, changed meanwhile, disk full
 */
export async function applyRelease(context: ApplyContext, request: ReleaseRequest): Promise<ReleaseOutcome> {
  const act = actOf(context.workspace, request);
  const begun = begin(context, request, act);
  if ('judgement' in begun) return { outcome: 'refused', judgement: begun.judgement };
  const { release } = begun;
  let stamps: Stamps;
  try {
    await stageAll(context, release, request.onProgress);
    stamps = await archiveAll(context, release, request.onProgress);
    await replaceAll(context, release, stamps, request.onProgress);
    context.releases.setStatus(release.number, 'VERIFYING', null, null);
  } catch (error) {
    return undo(context, request, release, asAppError(error).message, false);
  }
  const fault = await findFault(context, request, release);
  if (fault !== null) return undo(context, request, release, fault, true);
  await commit(context, release, stamps);
  return { outcome: 'applied', release: release.id };
}

type Refusal = { judgement: Exclude<Judgement, { verdict: 'allow' }> };

/** Leave, intent and journal in one transaction: a set that cannot begin has used no approval up. */
function begin(context: ApplyContext, request: ReleaseRequest, act: Act): { release: JournalledRelease } | Refusal {
  let release: JournalledRelease | undefined;
  try {
    const { judgement, intent } = beginAct(context, act, (number) => {
      release = writeJournal(context, request, request.items, number);
    });
    if (intent === null) return { judgement };
  } catch (error) {
    if (asAppError(error).code === 'audit-broken') throw error;
    const intent = context.audit.intent(act);
    context.audit.outcome(intent, { result: 'failed', reasons: [messageOf(error)] });
    throw error;
  }
  if (release === undefined) throw new AppError('internal', 'A release was begun without its journal.');
  return { release };
}

/** Null when every verification passed, else why the set must go. */
async function findFault(context: ApplyContext, request: ReleaseRequest, release: JournalledRelease): Promise<string | null> {
  request.onProgress({ phase: 'verifying', done: 0, total: release.files.length, release: release.id });
  try {
    const verifications = await context.verify(
      request.kind,
      release.files.map((file) => file.row),
    );
    context.releases.saveVerifications(release.number, verifications);
    return faultOf(verifications);
  } catch (error) {
    return messageOf(error);
  }
}

/** The first failed verification with the last line that it printed. */
export function faultOf(verifications: readonly Verification[]): string | null {
  const failed = verifications.find((one) => !one.passed);
  if (failed === undefined) return null;
  const lastLine = failed.output.trimEnd().split('\n').at(-1) ?? '';
  return lastLine === '' ? `${failed.name} failed.` : `${failed.name} failed: ${lastLine}`;
}

async function commit(context: ApplyContext, release: JournalledRelease, stamps: Stamps): Promise<void> {
  const rows = release.files.map((file) => file.row);
  context.database.transaction(() => {
    context.releases.setStatus(release.number, 'SUCCESS', context.clock.now(), null);
    context.settlement.committed(release.number, rows);
    context.audit.outcome(release.intent, { result: 'done', reasons: [] });
  });
  await discardAll(context, release.number, rows, stamps);
  removeEmptyFolders(context.workspace, context.releases, release.number, 'emptied');
  rmSync(release.stagingFolder, { recursive: true, force: true });
}

async function undo(
  context: ApplyContext,
  request: ReleaseRequest,
  release: JournalledRelease,
  reason: string,
  live: boolean,
): Promise<ReleaseOutcome> {
  const rows = release.files.map((file) => file.row);
  request.onProgress({ phase: 'restoring', done: 0, total: rows.length, release: release.id });
  const ended = { outcome: live ? 'rolled-back' : 'failed', release: release.id } as const;
  try {
    const { reason: full } = await takeBack(context, { ...release, kind: request.kind }, rows, { live, reason });
    return { ...ended, reason: full };
  } catch (error) {
    // The journal is still open, and so the next act ends this one before it begins.
    return { ...ended, reason: `${reason} Taking it back could not be completed yet: ${asAppError(error).message}` };
  }
}
