import type { ApprovalRequest, ConsensusKind, ConsensusState } from '../../../../shared/model/governance.ts';
import { AppError } from '../../../kernel/errors.ts';
import { foldName, isInside } from '../../../kernel/names.ts';
import { actOfAmendment, AMEND, hashOfAmendment, textOf, type Amendment } from './amendment.ts';
import type { ChamberOptions } from './chamber-options.ts';
import { readDocument } from './write-document.ts';

/** A document that somebody wants to have in the constitution. */
export interface ProposedDocument {
  /** Relative to the workspace, POSIX separators. */
  path: string;
  content: Uint8Array;
  kind: ConsensusKind;
  description: string;
  rationale: string;
  evidence: string;
  author: { agent: string; model: string; organization: string };
}

const MOST_BYTES = 1 << 20;

/** Opens the consensus on a document, or finds it. @throws AppError `usage`, `denied`, `unsafe-path` */
export function propose(
  { workspace, database, approvals, consensus, gate, clock, proposals, put }: ChamberOptions,
  { path, content, kind, description, rationale, evidence, author }: ProposedDocument,
  endStale: () => void,
): { request: ApprovalRequest; consensus: ConsensusState | null } {
  assertProposable(path, content);
  endStale();
  const amendment: Amendment = { path, before: readDocument(workspace, path), after: content };
  const contentHash = hashOfAmendment(amendment);
  const act = actOfAmendment(amendment, `agent ${author.agent}`, description);
  const decision = gate.preview(act);
  if (decision.effect === 'deny') throw new AppError('denied', decision.reason);
  if (decision.effect === 'allow' || decision.procedure !== 'meta')
    throw new AppError('usage', `${path} is not part of the constitution: it needs no consensus.`);
  const ofThis = (state: ApprovalRequest['state']): ApprovalRequest | undefined =>
    approvals.ofContent(contentHash).find((one) => one.type === AMEND && one.state === state);
  const approved = ofThis('approved');
  if (approved !== undefined) return { request: put(approved), consensus: consensus.latest(contentHash) };
  return database.transaction(() => {
    proposals.keep(amendment, clock.now());
    const judgement = gate.judge(act);
    const request = ofThis('pending');
    if (judgement.verdict !== 'ask' || request === undefined)
      throw new AppError('denied', judgement.verdict === 'allow' ? 'It is allowed already.' : judgement.reason);
    const opened = consensus.propose({
      target: path, kind, before: null, after: null, set: true, paths: [path], contentHash, actType: AMEND, description, rationale,
      evidence, canonReference: '', author, ...(act.contents === undefined ? {} : { contents: act.contents }),
    }); // prettier-ignore
    return { request, consensus: opened };
  });
}

/** @throws AppError `usage` */
function assertProposable(path: string, content: Uint8Array): void {
  if (isInside(foldName(path), '.nightguard')) throw new AppError('usage', `${path} is Nightguard's own: nobody proposes it.`);
  if (content.length > MOST_BYTES) throw new AppError('usage', `The proposed content is larger than ${MOST_BYTES} bytes.`);
  try {
    textOf(content);
  } catch (error) {
    throw new AppError('usage', 'The proposed content is not UTF-8 text.', { cause: error });
  }
}
