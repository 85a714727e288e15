import type { HeldDecision } from '../../../shared/model/updates.ts';
import { AppError } from '../../kernel/errors.ts';
import { exitOfCycle } from '../exit-codes.ts';
import { withProgress } from '../progress.ts';
import type { Session } from '../session.ts';
import { assertSoundSettings } from '../sound-settings.ts';
import { updateReport } from '../text/update-report.ts';
import { workspacePath } from '../workspace-path.ts';

/** A person's decision about one held file, and the update that follows from it. */
export function decide(session: Session, typed: string, decision: HeldDecision): Promise<number> {
  const { host, output, voice } = session;
  const path = workspacePath(typed, session.workspace(), host.cwd).normalize('NFC');
  return session.withGuardian(async (guardian) => {
    assertSoundSettings(guardian);
    const item = guardian.snapshot().held.find((one) => one.path.normalize('NFC') === path);
    if (item === undefined) throw new AppError('not-found', voice.t('terminal.decide.notHeld', { path }));
    if (!item.decisions.includes(decision)) {
      throw new AppError('denied', voice.t('terminal.decide.cannot', { path, reason: voice.t(`held.${item.reason}`) }));
    }
    const result = await withProgress(guardian, session, () => guardian.decide(item.path, item, decision, 'terminal'));
    output.document(result);
    output.lines(updateReport(result, voice));
    return exitOfCycle(result);
  });
}
