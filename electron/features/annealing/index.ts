export type { Annealing, AnnealingResult, EndedProgram, IngestAddress } from './annealing.ts';
export type { KnownRelease } from './analyse/suspect.ts';
export type { AnnealingAlert } from './engine/alerts.ts';
export type { CheckIn } from './ingest/check-in.ts';
export type { ErrorContext } from './library/error-of.ts';
export { SelfAnnealingEngine, type RetryOptions } from './library/self-annealing-engine.ts';
export { openAnnealing } from './open-annealing.ts';
export type { AnnealingPorts } from './ports.ts';
export { annealingMigrations } from './schema.ts';
