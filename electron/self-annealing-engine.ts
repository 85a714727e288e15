import { SelfAnnealingEngine as Engine } from './features/annealing/index.ts';
import { createGuardian } from './guardian.ts';
import type { Guardian } from './guardian-api.ts';
import type { Clock } from './kernel/clock.ts';
import { AppError } from './kernel/errors.ts';
import type { Log } from './kernel/ports/log.ts';

export interface SelfAnnealingEngineOptions {
  /** The guarded folder, with or without a `nightguard.yaml`. */
  workspace: string;
  log?: Log;
  clock?: Clock;
}

/**
 * Counts errors of this program, and analyses those that repeat.
 *
 * ```ts
 * const engine = new SelfAnnealingEngine({ workspace: '/path/to/workspace' });
 * const rows = await engine.retryWithAnnealing(fetchRows, { maxRetries: 3, context: { function: 'fetchRows' } });
 * await engine.dispose();
 * ```
 */
export class SelfAnnealingEngine extends Engine {
  readonly #door: Door;

  constructor(options: SelfAnnealingEngineOptions) {
    const door = new Door(options);
    super(async () => (await door.open()).annealing);
    this.#door = door;
  }

  /** Resolves when what repeats is analysed and written down. */
  async settled(): Promise<void> {
    await (await this.#door.open()).annealing.settled();
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

class Door {
  readonly #options: SelfAnnealingEngineOptions;
  #guardian: Promise<Guardian> | undefined;
  #disposed = false;

  constructor(options: SelfAnnealingEngineOptions) {
    this.#options = options;
  }

  async open(): Promise<Guardian> {
    if (this.#disposed) throw new AppError('disposed', 'This SelfAnnealingEngine was disposed of.');
    this.#guardian ??= createGuardian({ door: 'library', ...this.#options });
    try {
      return await this.#guardian;
    } catch (error) {
      // The next call may find the disk mended.
      this.#guardian = undefined;
      throw error;
    }
  }

  async dispose(): Promise<void> {
    this.#disposed = true;
    await (await this.#guardian)?.dispose();
    this.#guardian = undefined;
  }
}
