export { collectRituals, type Collected } from './config/collect-rituals.ts';
export { createKeeper, type Keeper, type KeeperPorts } from './keeper.ts';
export { nextOccurrence } from './plan/occurrences.ts';
export { createRunRecord, type RunRecord } from './record/run-record.ts';
export { ritualsMigrations } from './rituals-schema.ts';
export type { Conditions, HandOver, Task, TaskOutcome } from './run/ports.ts';
export { runRitual, type RunOutcome, type RunPorts } from './run/run-ritual.ts';
