import type { Snapshot } from '../../shared/model/snapshot.ts';
import type {
  ChangedSince,
  CycleResult,
  RollbackPreview,
  RollbackResult,
  RollbackTarget,
  UpdateEntry,
} from '../../shared/model/updates.ts';
import { openDoor, type Door, type DoorOptions } from './open-door.ts';

export type AutoUpdaterOptions = DoorOptions;

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
  readonly #door: Door;

  constructor(options: AutoUpdaterOptions) {
    this.#door = openDoor('AutoUpdater', options);
  }

  /** One cycle. Expected outcomes are statuses of the result. @throws AppError `locked`, `cancelled`, `disposed`, `database` */
  async runUpdateCycle({ dryRun = false, releaseBrake, signal }: CycleOptions = {}): Promise<CycleResult> {
    const guardian = await this.#door.open();
    const brake = releaseBrake === undefined ? {} : { releaseBrake };
    return guardian.runUpdate({ trigger: 'library', dryRun, ...brake, ...(signal === undefined ? {} : { signal }) });
  }

  /** Every file with what a rollback would do to it. Changes nothing. @throws AppError `not-found` */
  async previewRollback(target: RollbackTarget): Promise<RollbackPreview> {
    return (await this.#door.open()).previewRollback(target);
  }

  /** Goes back; files that were changed since stay as they are unless `changedSince` says `overwrite`. @throws AppError `not-found`, `locked` */
  async rollback(
    target: RollbackTarget,
    { changedSince = 'keep', signal }: { changedSince?: ChangedSince; signal?: AbortSignal } = {},
  ): Promise<RollbackResult> {
    const guardian = await this.#door.open();
    return guardian.rollback(target, { changedSince, trigger: 'library', ...(signal === undefined ? {} : { signal }) });
  }

  /** Every entry of the update log, oldest first. */
  async history(): Promise<UpdateEntry[]> {
    return (await this.#door.open()).history();
  }

  /** What is known about the workspace now. */
  async snapshot(): Promise<Snapshot> {
    return (await this.#door.open()).snapshot();
  }

  /** Gives back threads, watchers and the database. Further calls fail with AppError `disposed`. */
  dispose(): Promise<void> {
    return this.#door.dispose();
  }

  /** For `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }
}
