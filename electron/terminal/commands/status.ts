import { exitOfSnapshot } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { statusReport } from '../text/status-report.ts';

/** What is known about the workspace. Looks at nothing but the state that is kept. */
export function status({ output, voice, withGuardian }: Session): Promise<number> {
  return withGuardian((guardian) => {
    const snapshot = guardian.snapshot();
    output.document(snapshot);
    output.lines(statusReport(snapshot, voice));
    return exitOfSnapshot(snapshot);
  });
}
