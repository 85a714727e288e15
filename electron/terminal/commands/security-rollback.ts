import type { SecurityRollbackOptions } from '../command-options.ts';
import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { securityRollbackLines } from '../text/security-report.ts';

/** Puts back what was there before a security run. What was changed since goes back only with `--yes`. */
export function securityRollback(session: Session, run: string, { yes = false }: SecurityRollbackOptions): Promise<number> {
  const { output, voice } = session;
  return session.withGuardian(async (guardian) => {
    const preview = await guardian.security.previewRollback(run);
    const isHeld = preview.changedSince.length > 0 && !yes;
    if (!isHeld) await guardian.security.rollback(run, { token: preview.token, trigger: 'terminal' });
    output.document({ ...preview, status: isHeld ? 'HELD' : 'ROLLED_BACK' });
    output.lines(securityRollbackLines(preview, isHeld, voice));
    return isHeld ? EXIT.held : EXIT.ok;
  });
}
