import { exitCodeOfPreflight, preflight, renderPreflight } from '../../features/governance/index.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Session } from '../session.ts';
import { assertSoundSettings } from '../sound-settings.ts';
import { preflightLines } from '../text/vigil.ts';

/** The checklist before an agent acts: everything is looked at anew. */
export function preflightCheck(
  session: Session,
  { strict = false, markdown = false }: { strict?: boolean; markdown?: boolean },
): Promise<number> {
  const { output, voice } = session;
  return session.withGuardian(async (guardian) => {
    assertSoundSettings(guardian);
    const { governance } = guardian;
    const { state } = await governance.verifyAudit();
    const { tree, scanProblem, self, unlogged } = await governance.constitution(true);
    if (tree === null || scanProblem !== null)
      throw new AppError('source-unreadable', `The structures could not be judged: ${scanProblem ?? ''}`);
    const pendingApprovals = governance.approvals.pending().length;
    const items = preflight({ tree, self, auditLog: state, unlogged, pendingApprovals, strict });
    const code = exitCodeOfPreflight(items);
    output.document({ code, items });
    output.lines(markdown ? [renderPreflight(items).trimEnd()] : preflightLines(items, code, voice));
    return code;
  });
}
