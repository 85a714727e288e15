import { EXIT } from '../exit-codes.ts';
import { withProgress } from '../progress.ts';
import type { Session } from '../session.ts';
import { verifyReport } from '../text/archive-report.ts';

/** Compares every archived file with its hash. */
export function archiveVerify(session: Session): Promise<number> {
  const { output, voice } = session;
  return session.withGuardian(async (guardian) => {
    const result = await withProgress(guardian, session, () => guardian.verifyArchive());
    output.document(result);
    output.lines(verifyReport(result, voice));
    return result.damaged.length === 0 ? EXIT.ok : EXIT.notWell;
  });
}
