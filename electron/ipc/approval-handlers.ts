import type { ApprovalContract, ApprovalScreen, ShownApproval } from '../../shared/ipc/approval-contract.ts';
import type { Decider } from '../features/governance/index.ts';
import type { Guardian } from '../guardian-api.ts';
import { AppError } from '../kernel/errors.ts';
import type { HandlersOf } from './bind.ts';

/** What the approval window's handlers know of the window and of the person before it. */
export interface ApprovalRoom {
  guardian: () => Guardian;
  screen(): ApprovalScreen;
  /** Since when the window has been in front and visible without a break, by `now`; null while it is not. */
  attendedSince(): number | null;
  close(): void;
  /** Whom the operating system vouches for. */
  person(): string;
  /** Milliseconds of a clock that nobody can set. */
  now(): number;
}

/** Sooner after a request has appeared, or the window has come to the front, a click was meant for something else. */
export const DELIBERATION_MS = 800;

/** What is on the screen, bound to the guardian that it came from: another one may be shown by the time of the answer. */
interface Shown {
  guardian: Guardian;
  id: number;
  contentHash: string;
  since: number;
}

/** The only handlers that can approve. Every doubt ends in a refusal, and nothing is approved. */
export function approvalHandlers(room: ApprovalRoom): HandlersOf<ApprovalContract> {
  let shown: Shown | undefined;
  const decider = (): Decider => ({ kind: 'person', name: room.person(), door: 'window' });

  function show(id: number): ShownApproval {
    const guardian = room.guardian();
    const { request, consensus } = guardian.governance.approvals.show(id);
    const { contentHash } = request;
    const isSame = shown?.guardian === guardian && shown.id === id && shown.contentHash === contentHash;
    if (!isSame) shown = { guardian, id, contentHash, since: room.now() };
    return { request, consensus, decider: room.person() };
  }

  /** @throws AppError `stale-preview` when something else is on the screen */
  function onScreen(id: number, contentHash: string): Shown {
    if (shown === undefined || shown.id !== id || shown.contentHash !== contentHash)
      throw new AppError('stale-preview', `Request ${id} is not what the approval window shows: nothing was decided.`);
    return shown;
  }

  /** @throws AppError `denied` when nobody can have read it */
  function assertRead({ since }: Shown): void {
    const attended = room.attendedSince();
    if (attended === null) throw new AppError('denied', 'The approval window is not in front: nothing was approved.');
    if (room.now() - Math.max(since, attended) < DELIBERATION_MS)
      throw new AppError('denied', 'The request has only just appeared: nothing was approved.');
  }

  return {
    'approval:begin'() {
      shown = undefined;
      return room.screen();
    },
    'approval:show': ({ id }) => show(id),
    'approval:approve'({ id, contentHash, confirm }) {
      const read = onScreen(id, contentHash);
      assertRead(read);
      return read.guardian.governance.approvals.approve(id, decider(), confirm);
    },
    'approval:deny': ({ id, contentHash, reason }) =>
      onScreen(id, contentHash).guardian.governance.approvals.deny(id, decider(), reason),
    'approval:close'() {
      room.close();
      return null;
    },
  };
}
