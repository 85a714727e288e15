import type { ApprovalRequest, ConsensusState, Vote } from '../../../shared/model/governance.ts';
import type { GovernanceSettings } from '../../../shared/model/settings.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Act, Audit } from '../../kernel/ports/audit.ts';
import { mayDecide } from './approvals/decider.ts';
import type { Approvals, Decider } from './approvals/index.ts';
import { AMEND } from './consensus/amendment.ts';
import { createChamber, type Chamber } from './consensus/chamber.ts';
import { assertCurrent, enact } from './consensus/enact.ts';
import type { ConsensusProcedure } from './consensus/index.ts';
import { createProposals } from './consensus/proposals.ts';
import type { PolicyGate } from './policy/index.ts';

/** What a person, or a reviewing agent, may say about a request. */
export interface ApprovalDesk extends Chamber {
  /** Newest first. */
  list(limit: number): ApprovalRequest[];
  pending(): ApprovalRequest[];
  /** @throws AppError `not-found` */
  show(id: number): { request: ApprovalRequest; consensus: ConsensusState | null };
  /**
   * One leave for exactly this. Of a change to the constitution it is the last word, after the reviews; where two persons are needed, the
   * request still waits after the first. A document that was proposed here is in force on return.
   * @throws AppError `not-found`, `stale-preview`, `denied`, `audit-broken`, `changed-meanwhile`
   */
  approve(id: number, decider: Decider, confirm: string): ApprovalRequest;
  deny(id: number, decider: Decider, reason: string): ApprovalRequest;
  /** An agent's word on a change to the constitution. @throws AppError `not-found`, `stale-preview`, `denied` when none is asked for, or it must be signed */
  review(id: number, vote: Omit<Vote, 'at' | 'contentHash'>): ConsensusState;
  /** Puts approved proposals in force that were left, as by a crash. Returns how many. */
  enactLeft(): number;
}

export interface DeskOptions {
  /** Absolute. */
  workspace: string;
  database: Database;
  settings: () => GovernanceSettings;
  approvals: Approvals;
  consensus: ConsensusProcedure;
  gate: PolicyGate;
  audit: Audit;
  clock: Pick<Clock, 'now'>;
}

/** Every word is recorded together with what it changes. */
export function createApprovalDesk(options: DeskOptions): ApprovalDesk {
  const { workspace, database, approvals, consensus, audit } = options;
  const proposals = createProposals(database);
  const requestOf = (id: number): ApprovalRequest => {
    const request = approvals.get(id);
    if (request === null) throw new AppError('not-found', `There is no approval request ${id}.`);
    return request;
  };
  const recorded = <T>(act: Act, reasons: string[], work: () => T): T =>
    database.transaction(() => {
      const intent = audit.intent(act);
      const result = work();
      audit.outcome(intent, { result: 'done', reasons });
      return result;
    });
  /** The case that a person's word would decide; null when it is decided, or none is open. */
  const openCase = ({ contentHash, procedure }: ApprovalRequest): ConsensusState | null => {
    const found = procedure === 'meta' ? consensus.latest(contentHash) : null;
    return found !== null && OPEN.has(found.state) ? found : null;
  };
  /** META_AUDIT_LOG.md cannot be taken back: a leave that would be refused anyway never gets there. */
  const speak = (id: number, decider: Decider, confirm: string): ApprovalRequest => {
    const request = requestOf(id);
    const isSound = isConfirmed(request, confirm) && approvals.pending().some((one) => one.id === id);
    const open = isSound ? openCase(request) : null;
    if (open === null) {
      const approved = approvals.approve(id, decider, confirm);
      if (request.procedure === 'meta') consensus.confirm(request.contentHash, decider, id);
      return approved;
    }
    const refusal = mayDecide(decider, request.actor);
    if (refusal !== null) throw new AppError('denied', refusal);
    const { state } = consensus.decide(open.id, decider, 'approve', request.contentHash);
    return state === 'accepted' ? approvals.approve(id, decider, confirm) : requestOf(id);
  };
  const put = (request: ApprovalRequest): ApprovalRequest => {
    if (request.type === AMEND && request.state === 'approved') enact(options, proposals, request);
    return requestOf(request.id);
  };
  return {
    list: (limit) => approvals.list(limit),
    pending: () => approvals.pending(),
    show(id) {
      const request = requestOf(id);
      return { request, consensus: request.procedure === 'meta' ? consensus.latest(request.contentHash) : null };
    },
    approve(id, decider, confirm) {
      const request = requestOf(id);
      const amendment = request.type === AMEND && request.state === 'pending' ? proposals.get(request.contentHash) : null;
      if (amendment !== null) assertCurrent(workspace, amendment);
      const act = actOf('approval.approve', id, decider);
      return put(recorded(act, [`sha256:${request.contentHash}`], () => speak(id, decider, confirm)));
    },
    deny: (id, decider, reason) =>
      recorded(actOf('approval.deny', id, decider), [reason], () => {
        const request = requestOf(id);
        const denied = approvals.deny(id, decider, reason);
        const open = openCase(request);
        if (open !== null) consensus.decide(open.id, decider, 'reject', request.contentHash);
        return denied;
      }),
    ...createChamber({ ...options, proposals, requestOf, recorded, put }),
    enactLeft() {
      const left = approvals.approved().filter(({ type }) => type === AMEND);
      const failed = left.flatMap((request) => failureOf(() => put(request)));
      // One whose document has changed does not hold up the others.
      if (failed.length > 0) throw failed[0];
      return left.length;
    },
  };
}

const OPEN = new Set<ConsensusState['state']>(['reviewing', 'awaiting-person', 'escalated']);

const actOf = (type: string, id: number, { name, door }: Decider): Act => ({
  type,
  target: `approval ${id}`,
  actor: `person (${door})`,
  paths: [],
  notes: name,
});

function failureOf(work: () => unknown): unknown[] {
  try {
    work();
    return [];
  } catch (error) {
    return [error];
  }
}

const isConfirmed = ({ contentHash }: ApprovalRequest, confirm: string): boolean =>
  confirm.trim().length >= 6 && contentHash.startsWith(confirm.trim().toLowerCase());
