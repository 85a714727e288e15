export {
  createDissolutionDesk,
  type DissolutionDesk,
  type DissolutionPorts,
  type DissolutionPreview,
  type DissolutionResult,
} from './desk.ts';
export { findDue, type EndOfLife } from './due.ts';
export type { DissolutionEffects, DissolutionOutcome } from './effects.ts';
export { createDissolutionJournal } from './journal.ts';
export { planDissolution, type DissolutionPlan, type PlannedDissolution } from './plan.ts';
export { recoverDissolutions } from './recover.ts';
export type { DissolutionRefusal } from './refuse.ts';
export type { DissolutionRequest, Handover } from './request.ts';
export { runDissolution } from './run-dissolution.ts';
export { readStructureFacts, surroundingsOf } from './structure-facts.ts';
