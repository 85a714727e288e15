import { asAppError, messageOf } from '../../../kernel/errors.ts';
import type { Act } from '../../../kernel/ports/audit.ts';
import type { Judgement } from '../../../kernel/ports/gate.ts';
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
  const act = actOf(request);
  const judgement = context.gate.judge(act);
  const intent = context.audit.intent(act);
  if (judgement.verdict !== 'allow') {
    context.audit.outcome(intent, { result: 'refused', reasons: [judgement.reason] });
    return { outcome: 'refused', judgement };
  }
  const release = begin(context, request, intent);
  const open = { number: release.number, kind: request.kind, intent };
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

function actOf({ kind, of, trigger, items }: ReleaseRequest): Act {
  const byPerson = trigger === 'panel' || trigger === 'tray' || trigger === 'terminal';
  return {
    type: kind === 'rollback' ? 'rollback.apply' : 'update.apply',
    target: of ?? `${items.length} files`,
    actor: `${byPerson ? 'person' : 'nightguard'} (${trigger})`,
    paths: items.map((item) => item.path),
  };
}

function begin(context: ApplyContext, request: ReleaseRequest, intent: number): JournalledRelease {
  try {
    return writeJournal(context, request, request.items, intent);
  } catch (error) {
    context.audit.outcome(intent, { result: 'failed', reasons: [messageOf(error)] });
    throw error;
  }
}
