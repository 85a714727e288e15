/** What `import … from 'nightguard'` gives. */
export { AutoUpdater, type AutoUpdaterOptions, type CycleOptions } from './library/auto-updater.ts';
export { EnvironmentChecker, type EnvironmentCheckerOptions } from './library/environment-checker.ts';
export { SecurityUpdater, type SecurityUpdaterOptions } from './library/security-updater.ts';
export { SelfAnnealingEngine, type SelfAnnealingEngineOptions } from './library/self-annealing-engine.ts';
export { createGuardian, type GuardianOptions } from './guardian.ts';
export type { Guardian, News } from './guardian-api.ts';
export { AppError, type ErrorCode } from './kernel/errors.ts';
export type { Clock } from './kernel/clock.ts';
export type { Log, LogLevel } from './kernel/ports/log.ts';
export type { SecurityResult, SecurityRollbackPreview } from '../shared/model/security.ts';
export type { EnvironmentJson, EnvironmentReport } from '../shared/model/environment.ts';
export type { Snapshot } from '../shared/model/snapshot.ts';
export type {
  ChangedSince,
  CycleResult,
  HeldItem,
  HeldSet,
  ReleaseDetail,
  ReleaseSummary,
  RollbackPreview,
  RollbackResult,
  RollbackTarget,
  UpdateEntry,
} from '../shared/model/updates.ts';
