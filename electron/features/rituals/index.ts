export { openRituals, type Rituals, type RitualsPorts } from './open-rituals.ts';
export { ritualsMigrations } from './rituals-schema.ts';
export type { Conditions, HandOver, Task, TaskOutcome } from './run/ports.ts';
