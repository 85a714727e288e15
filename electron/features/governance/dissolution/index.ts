export { dueDissolutions, type DueDissolution } from './due.ts';
export { createDissolutionJournal, type DissolutionJournal } from './journal.ts';
export {
  planDissolution,
  type DissolutionPlan,
  type DissolutionRefusal,
  type Handover,
  type PlannedDissolution,
} from './plan.ts';
export { recoverDissolutions, runDissolution, type DissolutionEffects, type DissolutionOutcome } from './run-dissolution.ts';
export { readStructureFacts, surroundingsOf } from './structure-facts.ts';
