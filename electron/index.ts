import type {
  RollbackResult,
  RollbackTarget,
  ChangedSince,
  CycleResult,
  RollbackPreview,
  UpdateEntry,
} from '../shared/model/updates.ts';
import type { Snapshot } from '../shared/model/snapshot.ts';
import { createGuardian } from './guardian.ts';
import type { Guardian } from './guardian-api.ts';
import type { Clock } from './kernel/clock.ts';
import { AppError } from './kernel/errors.ts';
import type { Log } from './kernel/ports/log.ts';

export interface AutoUpdaterOptions {
  /** The guarded folder, with or without a `nightguard.yaml`. */
  workspace: string;
  log?: Log;
  clock?: Clock;
}

export interface CycleOptions {
  /** Only says what would happen. */
  dryRun?: boolean;
  /** `any`, or the token of the held set: applies it although the brake holds it. */
  releaseBrake?: string;
  signal?: AbortSignal;
}

/**
 * Updates one workspace from its Core folder: looks, archives, applies, verifies, and goes back by itself when that fails.
 *
 * ```ts
 * const updater = new AutoUpdater({ workspace: '/path/to/workspace' });
 * const result = await updater.runUpdateCycle();
 * if (result.status === 'COMPLETED') console.log(result.release);
 * await updater.dispose();
 * ```
 */
export class AutoUpdater {
  readonly #options: AutoUpdaterOptions;
  #guardian: Promise<Guardian> | undefined;
  #disposed = false;

  constructor(options: AutoUpdaterOptions) {
    this.#options = options;
  }

  /** One cycle. Expected outcomes are statuses of the result. @throws AppError `locked`, `cancelled`, `disposed`, `database` */
  async runUpdateCycle({ dryRun = false, releaseBrake, signal }: CycleOptions = {}): Promise<CycleResult> {
    const guardian = await this.#open();
    const brake = releaseBrake === undefined ? {} : { releaseBrake };
    return guardian.runUpdate({ trigger: 'library', dryRun, ...brake, ...(signal === undefined ? {} : { signal }) });
  }

  /** Every file with what a rollback would do to it. Changes nothing. @throws AppError `not-found` */
  async previewRollback(target: RollbackTarget): Promise<RollbackPreview> {
    return (await this.#open()).previewRollback(target);
  }

  /** Goes back; files that were changed since stay as they are unless `changedSince` says `overwrite`. @throws AppError `not-found`, `locked` */
  async rollback(
    target: RollbackTarget,
    options: { changedSince?: ChangedSince; signal?: AbortSignal } = {},
  ): Promise<RollbackResult> {
    const { changedSince = 'keep', signal } = options;
    return (await this.#open()).rollback(target, {
      changedSince,
      trigger: 'library',
      ...(signal === undefined ? {} : { signal }),
    });
  }

  /** Every entry of the update log, oldest first. */
  async history(): Promise<UpdateEntry[]> {
    return (await this.#open()).history();
  }

  /** What is known about the workspace now. */
  async snapshot(): Promise<Snapshot> {
    return (await this.#open()).snapshot();
  }

  /** Gives back threads, watchers and the database. Further calls fail with AppError `disposed`. */
  async dispose(): Promise<void> {
    this.#disposed = true;
    await (await this.#guardian)?.dispose();
    this.#guardian = undefined;
  }

  /** For `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }

  #open(): Promise<Guardian> {
    if (this.#disposed) return Promise.reject(new AppError('disposed', 'This AutoUpdater was disposed of.'));
    this.#guardian ??= this.#create();
    return this.#guardian;
  }

  async #create(): Promise<Guardian> {
    try {
      return await createGuardian({ door: 'library', ...this.#options });
    } catch (error) {
      // The next call may find the disk mended.
      this.#guardian = undefined;
      throw error;
    }
  }
}

export { SelfAnnealingEngine, type SelfAnnealingEngineOptions } from './self-annealing-engine.ts';
export { SecurityUpdater, type SecurityUpdaterOptions } from './security-updater.ts';
export { EnvironmentChecker, type EnvironmentCheckerOptions } from './environment-checker.ts';
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
