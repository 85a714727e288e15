import type { ApprovalRequest, ConsensusState, Vote } from '../../../../shared/model/governance.ts';
import { AppError } from '../../../kernel/errors.ts';
import { foldName } from '../../../kernel/names.ts';
import type { Act } from '../../../kernel/ports/audit.ts';
import type { Approvals } from '../approvals/approvals.ts';
import { AMEND } from './amendment.ts';
import type { ChamberOptions } from './chamber-options.ts';
import type { KindChange, Signature } from './case-writes.ts';
import { isCurrent } from './enact.ts';
import { propose, type ProposedDocument } from './propose-document.ts';
import { readSignedReview } from './signed-review.ts';

/** Where agents are heard on changes of the constitution. */
export interface Chamber {
  /** Opens the consensus on a document, or finds it. @throws AppError `usage` when the document needs none, `denied`, `unsafe-path` */
  propose(proposal: ProposedDocument): { request: ApprovalRequest; consensus: ConsensusState | null };
  /** Another procedure for a change that waits. @throws AppError `not-found`, `stale-preview`, `denied` */
  classify(id: number, change: KindChange, by: string): ConsensusState;
  review(id: number, vote: Omit<Vote, 'at' | 'contentHash'>): ConsensusState;
  /** A review in a signed file. @throws AppError `denied` with the reason: forged, of another case or content, counted already */
  reviewSigned(json: string): ConsensusState;
  /** The newest change of the constitution that waits, or owes a consensus, and touches this path. @throws AppError `not-found` */
  requestAbout(path: string): ApprovalRequest;
  /** What a review of this must name to be signed. @throws AppError `not-found`, `stale-preview` when none is open */
  caseNameOf(id: number): { name: string; contentHash: string };
  /** Ends proposals whose document has changed since: all votes on them are void. */
  endStale(): void;
}

/** The consensus on requests, which are what people know by a number. */
export function createChamber(options: ChamberOptions): Chamber {
  const { workspace, settings, approvals, consensus, proposals, requestOf, recorded } = options;
  const openCase = (request: ApprovalRequest): ConsensusState => {
    if (request.procedure !== 'meta') throw new AppError('denied', `Request ${request.id} needs a person, not a review.`);
    const found = consensus.latest(request.contentHash);
    const isOpen = found !== null && (found.consensusOwed || OPEN.has(found.state));
    if (request.state !== 'pending' && !(isOpen && found.consensusOwed))
      throw new AppError('stale-preview', `Request ${request.id} does not wait any more (${request.state}).`);
    if (!isOpen)
      throw new AppError('stale-preview', `Nothing is discussed on request ${request.id} (${found?.state ?? 'not opened yet'}).`);
    return found;
  };
  const endStale = (): void => {
    for (const one of consensus.open()) {
      if (!OPEN.has(one.state) || consensus.about(one.id).actType !== AMEND) continue;
      const amendment = proposals.get(one.contentHash);
      if (amendment !== null && isCurrent(workspace, amendment)) continue;
      recorded(actOf('consensus.end', one.target, 'nightguard'), ['The document has changed since it was proposed.'], () => {
        consensus.endAsStale(one.id);
        endRequests(approvals, one, 'expired', 'The document has changed since it was proposed.');
      });
    }
  };
  const count = (request: ApprovalRequest, vote: Omit<Vote, 'at' | 'contentHash'>, signature?: Signature): ConsensusState => {
    endStale();
    const open = openCase(requestOf(request.id));
    const act = { ...actOf('approval.review', `approval ${request.id}`, `agent ${vote.agent}`), notes: vote.model };
    const proof = signature === undefined ? [] : [`signed: ${signature.id.slice(0, 12)}`];
    return recorded(act, [vote.verdict, vote.rationale, ...proof], () => {
      const state = consensus.review(open.id, { ...vote, contentHash: request.contentHash }, signature);
      if (state.state === 'rejected') endRequests(approvals, state, 'denied', state.reasons.join(' '));
      return state;
    });
  };
  const byHash = (contentHash: string): ApprovalRequest | undefined => {
    const meta = approvals.ofContent(contentHash).filter(({ procedure }) => procedure === 'meta');
    return meta.find(({ state }) => state === 'pending') ?? meta[0];
  };
  return {
    propose: (proposal) => propose(options, proposal, endStale),
    classify: (id, change, by) =>
      recorded(
        { ...actOf('consensus.kind', `approval ${id}`, by), notes: change.kind },
        [change.description, change.rationale],
        () => consensus.classify(openCase(requestOf(id)).id, change),
      ),
    review(id, vote) {
      if (settings().consensus.reviewers.length > 0)
        throw new AppError('denied', 'The settings name reviewers with keys: only reviews that they have signed count.');
      return count(requestOf(id), vote);
    },
    reviewSigned(json) {
      const read = readSignedReview(json, settings().consensus.reviewers);
      if (!read.ok) throw new AppError('denied', read.reason);
      const { review } = read;
      const named = consensus.named(review.case);
      if (named === null) throw new AppError('denied', `There is no open consensus ${review.case} in this workspace.`);
      if (named.contentHash !== review.content_hash)
        throw new AppError('denied', 'It is a review of other content than what is proposed.');
      const request = byHash(named.contentHash);
      if (request === undefined) throw new AppError('denied', 'No request waits for this review.');
      const { agent, model, organization, verdict, rationale, signer, id } = review;
      return count(
        request,
        { agent, model, organization, verdict, rationale },
        { signer, id, signedAt: Date.parse(review.signed_at) },
      );
    },
    requestAbout(path) {
      const folded = foldName(path);
      const owed = consensus.open().flatMap((one) => (one.consensusOwed ? approvals.ofContent(one.contentHash) : []));
      const waiting = [...approvals.pending().toReversed(), ...owed];
      const found = waiting.find(({ procedure, paths }) => procedure === 'meta' && paths.some((one) => foldName(one) === folded));
      if (found === undefined) throw new AppError('not-found', `No change of ${path} waits for a review.`);
      return found;
    },
    caseNameOf(id) {
      const request = requestOf(id);
      return { name: consensus.nameOf(openCase(request).id), contentHash: request.contentHash };
    },
    endStale,
  };
}

const OPEN = new Set<ConsensusState['state']>(['reviewing', 'awaiting-person', 'escalated']);

const actOf = (type: string, target: string, actor: string): Act => ({ type, target, actor, paths: [] });

function endRequests(approvals: Approvals, { contentHash }: ConsensusState, state: 'denied' | 'expired', reason: string): void {
  for (const request of approvals.pending())
    if (request.procedure === 'meta' && request.contentHash === contentHash)
      approvals.end(request.id, state, 'consensus', reason);
}
