import type { SecurityResult, SecurityRollbackPreview } from '../shared/model/security.ts';
import { createGuardian } from './guardian.ts';
import type { Guardian } from './guardian-api.ts';
import type { Clock } from './kernel/clock.ts';
import { AppError } from './kernel/errors.ts';
import type { Log } from './kernel/ports/log.ts';

export interface SecurityUpdaterOptions {
  /** The guarded folder, with or without a `nightguard.yaml`. */
  workspace: string;
  /** Also upgrades packages that are only outdated, as the settings allow it. */
  autoUpdate?: boolean;
  log?: Log;
  clock?: Clock;
}

/**
 * Finds vulnerable packages of one workspace, upgrades them, tests the result, and puts back what fails.
 *
 * ```ts
 * const updater = new SecurityUpdater({ workspace: '/path/to/workspace' });
 * const { should } = await updater.shouldUpdate();
 * if (should) console.log((await updater.runSecurityUpdate()).status);
 * await updater.dispose();
 * ```
 */
export class SecurityUpdater {
  readonly #options: SecurityUpdaterOptions;
  #guardian: Promise<Guardian> | undefined;
  #disposed = false;

  constructor(options: SecurityUpdaterOptions) {
    this.#options = options;
  }

  /** Whether a week has gone by since the last run. */
  async shouldUpdate(): Promise<{ should: boolean; reason: string }> {
    return (await this.#open()).security.shouldUpdate();
  }

  /** One run; `SKIPPED` when less than a week has gone by. Expected outcomes are statuses. @throws AppError `locked`, `cancelled`, `disposed`, `database` */
  async runSecurityUpdate(options: { force?: boolean; checkOnly?: boolean; signal?: AbortSignal } = {}): Promise<SecurityResult> {
    const { autoUpdate = true } = this.#options;
    return (await this.#open()).security.run({ trigger: 'library', securityOnly: !autoUpdate, ...options });
  }

  /** Puts back what was there before a run. @throws AppError `not-found`, `locked` */
  async rollback(run: string): Promise<SecurityRollbackPreview> {
    return (await this.#open()).security.rollback(run, { trigger: 'library' });
  }

  /** Gives back everything. Further calls fail with AppError `disposed`. */
  async dispose(): Promise<void> {
    this.#disposed = true;
    await (await this.#guardian)?.dispose();
    this.#guardian = undefined;
  }

  /** For `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }

  async #open(): Promise<Guardian> {
    if (this.#disposed) throw new AppError('disposed', 'This SecurityUpdater was disposed of.');
    const { workspace, log, clock } = this.#options;
    const given = { ...(log === undefined ? {} : { log }), ...(clock === undefined ? {} : { clock }) };
    this.#guardian ??= createGuardian({ workspace, door: 'library', ...given });
    try {
      return await this.#guardian;
    } catch (error) {
      // The next call may find the disk mended.
      this.#guardian = undefined;
      throw error;
    }
  }
}
