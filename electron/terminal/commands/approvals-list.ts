import type { ApprovalsListOptions } from '../command-options.ts';
import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { approvalRows } from '../text/approvals.ts';

/** Requests that wait for a person; with `--all` the decided ones too. */
export function approvalsList(session: Session, { all = false, limit }: ApprovalsListOptions): Promise<number> {
  const { output, voice } = session;
  return session.withGuardian(({ governance: { approvals } }) => {
    const pending = approvals.pending();
    const shown = all ? approvals.list(limit) : pending.slice(0, limit);
    output.document({ pending: pending.length, requests: shown });
    output.lines(approvalRows(shown, voice));
    return pending.length > 0 ? EXIT.held : EXIT.ok;
  });
}
