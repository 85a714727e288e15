import type { EnvironmentJson } from '../../shared/model/environment.ts';
import { toJson } from '../features/environment/index.ts';
import { openDoor, type Door, type DoorOptions } from './open-door.ts';

export interface EnvironmentCheckerOptions extends DoorOptions {
  /** Install missing packages and create missing folders; the settings of the workspace may forbid it still. True unless it is said. */
  silentInstall?: boolean;
}

/**
 * Checks what a workspace needs to run, and puts right what is missing.
 *
 * ```ts
 * const checker = new EnvironmentChecker({ workspace: '/path/to/workspace' });
 * const [passed, report] = await checker.runFullCheck();
 * if (!passed) console.error(report.issues);
 * await checker.dispose();
 * ```
 */
export class EnvironmentChecker {
  readonly #door: Door;
  readonly #install: boolean;

  constructor({ silentInstall = true, ...options }: EnvironmentCheckerOptions) {
    this.#door = openDoor('EnvironmentChecker', options);
    this.#install = silentInstall;
  }

  /** Every check, now. What is wrong is in the report. @throws AppError `locked`, `cancelled`, `disposed`, `database` */
  async runFullCheck({ signal }: { signal?: AbortSignal } = {}): Promise<[passed: boolean, report: EnvironmentJson]> {
    const { environment } = await this.#door.open();
    const options = { install: this.#install, actor: 'library', ...(signal === undefined ? {} : { signal }) };
    const report = toJson(await environment.check(options));
    return [report.passed, report];
  }

  /** Gives back the database. Further calls fail with AppError `disposed`. */
  dispose(): Promise<void> {
    return this.#door.dispose();
  }

  /** For `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }
}
