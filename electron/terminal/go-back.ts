import type { ChangedSince, RollbackPreview, RollbackResult, RollbackTarget } from '../../shared/model/updates.ts';
import type { Guardian } from '../guardian-api.ts';
import { EXIT, exitOfRollback } from './exit-codes.ts';
import { withProgress } from './progress.ts';
import type { Session } from './session.ts';
import { decisionLines, decisionsIn, rollbackOutcome, rollbackPreview } from './text/rollback-report.ts';

export interface GoBackOptions {
  /** The command as it was typed, for the commands that are proposed. */
  words: readonly string[];
  dryRun: boolean;
  changed: ChangedSince | undefined;
}

/** Shows what would be put back, removed or needs a decision; then does exactly that, unless somebody has to decide first. */
export function goBack(session: Session, target: RollbackTarget, { words, dryRun, changed }: GoBackOptions): Promise<number> {
  const { output, voice } = session;
  return session.withGuardian(async (guardian) => {
    const preview = await withProgress(guardian, session, () => guardian.previewRollback(target));
    output.lines([...rollbackPreview(preview, voice), '']);
    const open = changed === undefined ? decisionsIn(preview.files) : 0;
    if (open > 0) {
      const reason = voice.t('terminal.rollback.reason', { count: open });
      output.document(untouched(preview, dryRun ? 'PLANNED' : 'HELD', reason));
      output.lines(decisionLines(open, words, voice));
      return EXIT.held;
    }
    session.signal.throwIfAborted();
    const result = dryRun ? untouched(preview, 'PLANNED', null) : await apply(guardian, session, preview, changed);
    output.document(result);
    output.lines(rollbackOutcome(result, changed, voice));
    return exitOfRollback(result);
  });
}

function apply(
  guardian: Guardian,
  session: Session,
  preview: RollbackPreview,
  changed: ChangedSince | undefined,
): Promise<RollbackResult> {
  const options = { token: preview.token, changedSince: changed ?? 'keep', trigger: 'terminal', signal: session.signal } as const;
  return withProgress(guardian, session, () => guardian.rollback(preview.target, options));
}

const untouched = ({ of, files }: RollbackPreview, status: 'PLANNED' | 'HELD', reason: string | null): RollbackResult => ({
  status,
  release: null,
  of,
  files,
  reason,
});
