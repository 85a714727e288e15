import { userInfo } from 'node:os';
import type { ApprovalRequest } from '../../../shared/model/governance.ts';
import type { Decider } from '../../features/governance/index.ts';
import { AppError } from '../../kernel/errors.ts';
import { ask, canAsk } from '../ask.ts';
import type { ReviewOptions } from '../command-options.ts';
import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { assertSoundSettings } from '../sound-settings.ts';
import { approvalLines } from '../text/approvals.ts';
import { printable } from '../text/printable.ts';
import { consensusReview } from './consensus-review.ts';

/** A person's leave, bound to the hash that they have seen and typed. */
export function approvalsApprove(session: Session, id: number, { confirm }: { confirm?: string }): Promise<number> {
  const { output, voice } = session;
  return session.withGuardian(async (guardian) => {
    assertSoundSettings(guardian);
    const { approvals } = guardian.governance;
    const typed = confirm ?? (await typedHash(session, approvals.show(id)));
    session.signal.throwIfAborted();
    const request = approvals.approve(id, decider(), typed);
    output.document({ request });
    if (request.state === 'pending') {
      // Two persons are needed, and this was the first.
      output.lines([
        voice.t('terminal.approvals.noted', { id }),
        ...(approvals.show(id).consensus?.reasons.map(printable) ?? []),
      ]);
      return EXIT.held;
    }
    const isDone = request.state === 'used';
    // What was asked for by a command is carried out by the same command.
    const command = commandFor(request, voice);
    output.lines([
      voice.t(`terminal.approvals.${isDone ? 'inForce' : 'approved'}`, { id, path: printable(request.target), command }),
    ]);
    return EXIT.ok;
  });
}

function commandFor({ type, target }: ApprovalRequest, voice: Session['voice']): string {
  if (type === 'dissolution.run') return voice.command('dissolve', target, '--reason', '…');
  return type === 'annealing.apply-patch' ? voice.command('errors', 'fix', target) : voice.command('update');
}

/** Only at a terminal: a script must name the hash that it means. */
async function typedHash(session: Session, shown: Parameters<typeof approvalLines>[0]): Promise<string> {
  const { output, voice } = session;
  if (!canAsk(session)) throw new AppError('usage', voice.t('terminal.approvals.needsConfirm'));
  output.lines(approvalLines(shown, voice));
  return ask(voice.t('terminal.approvals.ask'), session);
}

/** A person's refusal. It holds for this very act until the request would have expired. */
export function approvalsDeny(session: Session, id: number, { reason }: { reason: string }): Promise<number> {
  const { output, voice } = session;
  return session.withGuardian((guardian) => {
    const request = guardian.governance.approvals.deny(id, decider(), reason);
    output.document({ request });
    output.lines([voice.t('terminal.approvals.denied', { id })]);
    return EXIT.ok;
  });
}

/** An agent's review: the same as `governance review`. */
export const approvalsReview = (session: Session, id: number, vote: ReviewOptions): Promise<number> =>
  consensusReview(session, String(id), vote);

/** Whom the operating system vouches for. */
const decider = (): Decider => ({ kind: 'person', name: userInfo().username, door: 'terminal' });
