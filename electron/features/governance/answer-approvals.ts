import type { ApprovalRequest, ConsensusState, Vote } from '../../../shared/model/governance.ts';
import type { Database } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Act, Audit } from '../../kernel/ports/audit.ts';
import type { Approvals, Decider } from './approvals/index.ts';
import type { ConsensusProcedure } from './consensus/index.ts';

/** What a person, or a reviewing agent, may say about a request. */
export interface ApprovalDesk {
  /** Newest first. */
  list(limit: number): ApprovalRequest[];
  pending(): ApprovalRequest[];
  /** @throws AppError `not-found` */
  show(id: number): { request: ApprovalRequest; consensus: ConsensusState | null };
  /**
   * One leave for exactly this. Of a change to the constitution it is the last word, after the reviews.
   * @throws AppError `not-found`, `stale-preview`, `denied`, `audit-broken`
   */
  approve(id: number, decider: Decider, confirm: string): ApprovalRequest;
  deny(id: number, decider: Decider, reason: string): ApprovalRequest;
  /** An agent's review of a change to the constitution. @throws AppError `not-found`, `stale-preview`, `denied` when none is asked for */
  review(id: number, vote: Omit<Vote, 'at' | 'contentHash'>): ConsensusState;
}

export interface DeskOptions {
  database: Database;
  approvals: Approvals;
  consensus: ConsensusProcedure;
  audit: Audit;
}

/** Every word is recorded together with what it changes. */
export function createApprovalDesk({ database, approvals, consensus, audit }: DeskOptions): ApprovalDesk {
  const requestOf = (id: number): ApprovalRequest => {
    const request = approvals.get(id);
    if (request === null) throw new AppError('not-found', `There is no approval request ${id}.`);
    return request;
  };
  const caseOf = ({ contentHash }: ApprovalRequest): ConsensusState | null =>
    consensus.open().find((one) => one.contentHash === contentHash) ?? null;
  const recorded = <T>(act: Act, reasons: string[], work: () => T): T =>
    database.transaction(() => {
      const intent = audit.intent(act);
      const result = work();
      audit.outcome(intent, { result: 'done', reasons });
      return result;
    });
  return {
    list: (limit) => approvals.list(limit),
    pending: () => approvals.pending(),
    show(id) {
      const request = requestOf(id);
      return { request, consensus: caseOf(request) };
    },
    approve: (id, decider, confirm) =>
      recorded(actOf('approval.approve', id, decider), [`sha256:${requestOf(id).contentHash}`], () => {
        const request = requestOf(id);
        // META_AUDIT_LOG.md cannot be taken back: a leave that would be refused anyway never gets there.
        const isSound = isConfirmed(request, confirm) && approvals.pending().some((one) => one.id === id);
        const open = request.procedure === 'meta' && isSound ? caseOf(request) : null;
        if (open !== null) consensus.decide(open.id, decider, 'approve', request.contentHash);
        return approvals.approve(id, decider, confirm);
      }),
    deny: (id, decider, reason) =>
      recorded(actOf('approval.deny', id, decider), [reason], () => approvals.deny(id, decider, reason)),
    review(id, vote) {
      const request = requestOf(id);
      if (request.procedure !== 'meta') throw new AppError('denied', `Request ${id} needs a person, not a review.`);
      if (request.state !== 'pending')
        throw new AppError('stale-preview', `Request ${id} does not wait any more (${request.state}).`);
      const act = {
        type: 'approval.review',
        target: `approval ${id}`,
        actor: `agent ${vote.agent}`,
        paths: [],
        notes: vote.model,
      };
      return recorded(act, [vote.verdict, vote.rationale], () => {
        const { id: open } = consensus.propose(proposalOf(request));
        return consensus.review(open, { ...vote, contentHash: request.contentHash });
      });
    },
  };
}

const actOf = (type: string, id: number, { name, door }: Decider): Act => ({
  type,
  target: `approval ${id}`,
  actor: `person (${door})`,
  paths: [],
  notes: name,
});

const isConfirmed = ({ contentHash }: ApprovalRequest, confirm: string): boolean =>
  confirm.trim().length >= 6 && contentHash.startsWith(confirm.trim().toLowerCase());

/** The set as it was asked for is what is reviewed. */
const proposalOf = ({ paths, summary, contentHash, actor }: ApprovalRequest): Parameters<ConsensusProcedure['propose']>[0] => ({
  target: paths.join(', '),
  kind: 'ordinary',
  before: null,
  after: null,
  set: true,
  contentHash,
  description: summary,
  rationale: 'It arrived with an update.',
  canonReference: '',
  author: { agent: actor, model: '', organization: '' },
});
