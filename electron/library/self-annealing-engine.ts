import { SelfAnnealingEngine as Engine } from '../features/annealing/index.ts';
import { openDoor, type Door, type DoorOptions } from './open-door.ts';

export type SelfAnnealingEngineOptions = DoorOptions;

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
    const door = openDoor('SelfAnnealingEngine', options);
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
