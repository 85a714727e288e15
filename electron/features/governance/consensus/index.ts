export { createConsensus, type ConsensusOptions, type ConsensusProcedure, type Proposal } from './consensus.ts';
export { proveFormalCorrection, type FormalProof } from './formal-correction.ts';
export { familyOf, type ModelFamily } from './model-families.ts';
export type { ConsensusRecord, MetaChangeEntry } from './records.ts';
export { stateOf, type ConsensusCase, type PersonVote } from './state.ts';
