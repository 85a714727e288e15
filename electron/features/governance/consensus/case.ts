import type { ConsensusKind, Vote } from '../../../../shared/model/governance.ts';
import type { DocumentChange } from './documents.ts';

/** A vote, with the key that it was proved with; null or absent is a word that anybody may have typed. */
export type CastVote = Vote & { signer?: string | null };

/** A proposed change of the constitution, and what was said about it. */
export interface ConsensusCase {
  id: number;
  target: string;
  kind: ConsensusKind;
  /** What is removed has no next version. */
  removal?: boolean;
  /** Several files as one: each of its documents has a version of its own. */
  set?: boolean;
  documents?: readonly DocumentChange[];
  description: string;
  /** The agent that proposed it: its own word for it is no review. */
  author?: string;
  /** SHA-256 of the proposed content. */
  contentHash: string;
  versionBefore: string | null;
  versionAfter: string | null;
  /** Nightguard's own proof that the change is formal; never somebody's claim. */
  provenFormal: boolean;
  /** What shows the vulnerability of an emergency; '' when nothing does. */
  evidence: string;
  /** How it ended. What was decided stays decided, whatever settings and keys say later. */
  decided?: 'accepted' | 'rejected' | 'stale' | null;
  openedAt: number;
  votes: readonly CastVote[];
  persons: readonly PersonVote[];
}

export interface PersonVote {
  person: string;
  verdict: 'approve' | 'reject';
  contentHash: string;
  at: number;
}
