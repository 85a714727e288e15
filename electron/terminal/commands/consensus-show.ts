import { AppError } from '../../kernel/errors.ts';
import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { approvalLines } from '../text/approvals.ts';
import { caseLines } from '../text/consensus.ts';
import { requestId } from './consensus-which.ts';

/** What a reviewing agent needs: the change, where its consensus stands, and what a signed review must name. */
export function consensusShow(session: Session, which: string): Promise<number> {
  const { output, voice } = session;
  return session.withGuardian(({ workspace, governance: { approvals } }) => {
    const id = requestId(session, workspace, approvals, which);
    const shown = approvals.show(id);
    const name = openName(() => approvals.caseNameOf(id));
    output.document({ ...shown, case: name });
    output.lines([...approvalLines(shown, voice), ...caseLines(name, voice)]);
    return name === null ? EXIT.ok : EXIT.held;
  });
}

/** Null when nothing is discussed (any more). */
function openName(read: () => { name: string }): string | null {
  try {
    return read().name;
  } catch (error) {
    if (error instanceof AppError && (error.code === 'stale-preview' || error.code === 'denied')) return null;
    throw error;
  }
}
