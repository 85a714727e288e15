import type { ListOptions } from '../command-options.ts';
import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { auditEntries } from '../text/audit-report.ts';
import { logOf } from './audit-verify.ts';

/** The newest entries of the log, newest first. What other programs wrote is taken in first, when it verifies. */
export function auditList(session: Session, { limit }: ListOptions): Promise<number> {
  const { output, voice } = session;
  return session.withGuardian(async (guardian) => {
    const log = logOf(guardian, session);
    const { state } = await log.verify({ level: 'quick' });
    const page = log.entries({ limit });
    output.document({ state, ...page });
    output.lines(auditEntries(page, state, voice));
    return state === 'intact' ? EXIT.ok : EXIT.notWell;
  });
}
