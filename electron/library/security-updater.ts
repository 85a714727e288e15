import type { SecurityResult, SecurityRollbackPreview } from '../../shared/model/security.ts';
import { openDoor, type Door, type DoorOptions } from './open-door.ts';

export interface SecurityUpdaterOptions extends DoorOptions {
  /** Also upgrades packages that are only outdated, as the settings allow it. True unless it is said. */
  autoUpdate?: boolean;
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
  readonly #door: Door;
  readonly #securityOnly: boolean;

  constructor({ autoUpdate = true, ...options }: SecurityUpdaterOptions) {
    this.#door = openDoor('SecurityUpdater', options);
    this.#securityOnly = !autoUpdate;
  }

  /** Whether a week has gone by since the last run. */
  async shouldUpdate(): Promise<{ should: boolean; reason: string }> {
    return (await this.#door.open()).security.shouldUpdate();
  }

  /** One run; `SKIPPED` when less than a week has gone by. Expected outcomes are statuses. @throws AppError `locked`, `cancelled`, `disposed`, `database` */
  async runSecurityUpdate(options: { force?: boolean; checkOnly?: boolean; signal?: AbortSignal } = {}): Promise<SecurityResult> {
    const { security } = await this.#door.open();
    return security.run({ trigger: 'library', securityOnly: this.#securityOnly, ...options });
  }

  /** Puts back what was there before a run. @throws AppError `not-found`, `locked` */
  async rollback(run: string): Promise<SecurityRollbackPreview> {
    return (await this.#door.open()).security.rollback(run, { trigger: 'library' });
  }

  /** Gives back everything. Further calls fail with AppError `disposed`. */
  dispose(): Promise<void> {
    return this.#door.dispose();
  }

  /** For `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }
}
