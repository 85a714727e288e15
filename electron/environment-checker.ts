import type { EnvironmentJson } from '../shared/model/environment.ts';
import { toJson } from './features/environment/index.ts';
import { createGuardian } from './guardian.ts';
import type { Guardian } from './guardian-api.ts';
import type { Clock } from './kernel/clock.ts';
import { AppError } from './kernel/errors.ts';
import type { Log } from './kernel/ports/log.ts';

export interface EnvironmentCheckerOptions {
  /** The guarded folder, with or without a `nightguard.yaml`. */
  workspace: string;
  /** Install missing packages and create missing folders; the settings of the workspace may forbid it still. True unless it is said. */
  silentInstall?: boolean;
  log?: Log;
  clock?: Clock;
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
  readonly #options: EnvironmentCheckerOptions;
  #guardian: Promise<Guardian> | undefined;
  #disposed = false;

  constructor(options: EnvironmentCheckerOptions) {
    this.#options = options;
  }

  /** Every check, now. What is wrong is in the report. @throws AppError `locked`, `cancelled`, `disposed`, `database` */
  async runFullCheck({ signal }: { signal?: AbortSignal } = {}): Promise<[passed: boolean, report: EnvironmentJson]> {
    const guardian = await this.#open();
    const { silentInstall = true } = this.#options;
    const report = toJson(
      await guardian.environment.check({ install: silentInstall, actor: 'library', ...(signal === undefined ? {} : { signal }) }),
    );
    return [report.passed, report];
  }

  /** Gives back the database. Further calls fail with AppError `disposed`. */
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
    if (this.#disposed) return Promise.reject(new AppError('disposed', 'This EnvironmentChecker was disposed of.'));
    this.#guardian ??= this.#create();
    return this.#guardian;
  }

  async #create(): Promise<Guardian> {
    const { silentInstall: _handled, ...options } = this.#options;
    try {
      return await createGuardian({ door: 'library', ...options });
    } catch (error) {
      // The next call may find the disk mended.
      this.#guardian = undefined;
      throw error;
    }
  }
}
