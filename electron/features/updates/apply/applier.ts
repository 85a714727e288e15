import { beginAct } from '../../../kernel/begin-act.ts';
import { AppError, asAppError, messageOf } from '../../../kernel/errors.ts';
import type { Act } from '../../../kernel/ports/audit.ts';
import type { Judgement } from '../../../kernel/ports/gate.ts';
import { actOf } from './act-of.ts';
import type { ApplyContext, OnProgress } from './context.ts';
import { undoRelease, verifyAndEnd, type Ending } from './end-release.ts';
import { writeJournal, type JournalledRelease, type ReleaseHeader } from './journal.ts';
import type { ReleaseItem } from './prepare.ts';
import { archiveAll, replaceAll, stageAll, type Stamps } from './steps.ts';

export interface ReleaseRequest extends ReleaseHeader {
  items: readonly ReleaseItem[];
  onProgress: OnProgress;
}

export type ReleaseOutcome = Ending | { outcome: 'refused'; judgement: Exclude<Judgement, { verdict: 'allow' }> };

/**
 * Applies a set: all of it or none of it. The caller holds the workspace lock.
 * @throws AppError when nothing was begun: unsafe path, changed meanwhile, disk full; `cancelled` when Nightguard is ended
 */
export async function applyRelease(context: ApplyContext, request: ReleaseRequest): Promise<ReleaseOutcome> {
  await context.before(request.kind);
  const begun = begin(context, request, actOf(context.workspace, request));
  if ('judgement' in begun) return { outcome: 'refused', judgement: begun.judgement };
  const { release } = begun;
  const open = { number: release.number, kind: request.kind, intent: release.intent };
  const rows = release.files.map((file) => file.row);
  const tell = (phase: 'verifying' | 'restoring'): void =>
    request.onProgress({ phase, done: 0, total: rows.length, release: release.id });
  let stamps: Stamps;
  try {
    await stageAll(context, release, request.onProgress);
    stamps = await archiveAll(context, release, request.onProgress);
    await replaceAll(context, release, stamps, request.onProgress);
    context.releases.setStatus(release.number, 'VERIFYING', null, null);
  } catch (error) {
    tell('restoring');
    return undoRelease(context, open, rows, { live: false, reason: asAppError(error).message });
  }
  tell('verifying');
  return verifyAndEnd(context, open, rows, stamps);
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
