export { checkpointFolder } from './checkpoint-keeper.ts';
export type { GovernanceNews } from './ports.ts';
export { createVigil, type Vigil, type VigilDesk } from './vigil.ts';
export { assertWitnessed, identityOf } from './witnessed.ts';
