import type { ConsensusKind } from '../../../../shared/model/governance.ts';
import { AppError } from '../../../kernel/errors.ts';
import { sha256 } from '../../../kernel/hash.ts';
import type { ReadContents } from './documents.ts';

/** A change of the constitution that somebody wants. */
export interface Proposal {
  target: string;
  kind: ConsensusKind;
  /** The text in force, null when the file is new; and the proposed one. */
  before: string | null;
  /** Null is a removal, or a set: `contentHash` then says what exactly will be done, as the plan of a dissolution does. */
  after: string | null;
  contentHash?: string;
  /** Several files that change together, as a release from Core does: each of its documents has a version of its own. */
  set?: boolean;
  /** Of a set: its files, and their texts where there are any. */
  paths?: readonly string[];
  contents?: ReadContents;
  /** Type of the act that waits for this. */
  actType?: string;
  description: string;
  rationale: string;
  canonReference: string;
  author: { agent: string; model: string; organization: string };
  /** What shows the vulnerability of an emergency. */
  evidence?: string;
}

/** The hash that votes on a proposal are bound to. @throws AppError `usage` */
export function hashOfProposal({ after, contentHash }: Proposal): string {
  if (after !== null) return sha256(after);
  if (contentHash === undefined || !/^[0-9a-f]{64}$/.test(contentHash)) {
    throw new AppError('usage', 'A removal must be proposed with the hash of what exactly will be done.');
  }
  return contentHash;
}
