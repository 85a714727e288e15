export {
  createConsensus,
  type ConsensusOptions,
  type ConsensusProcedure,
} from './consensus.ts';
export type { KindChange, Signature } from './case-writes.ts';
export { proveFormalCorrection, type FormalProof } from './formal-correction.ts';
export { familyOf, type ModelFamily } from './model-families.ts';
export type { Proposal } from './proposal.ts';
export type { ConsensusRecord, MetaChangeEntry } from './records.ts';
export { publicKeyText, readPublicKey, reviewerOf } from './reviewers.ts';
export { publicKeyTextOf, readSignedReview, signReview, type ReviewBody, type SignedReview } from './signed-review.ts';
export { stateOf, type ConsensusCase, type PersonVote } from './state.ts';
export { constitutionDocuments, enterProcedure } from './enter-procedure.ts';
