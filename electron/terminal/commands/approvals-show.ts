import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { approvalLines } from '../text/approvals.ts';

/** One request: who asks, what will be done, the rule that asks, and how to answer. */
export function approvalsShow(session: Session, id: number): Promise<number> {
  const { output, voice } = session;
  return session.withGuardian(({ governance: { approvals } }) => {
    const shown = approvals.show(id);
    output.document(shown);
    output.lines(approvalLines(shown, voice));
    return shown.request.state === 'pending' ? EXIT.held : EXIT.ok;
  });
}
