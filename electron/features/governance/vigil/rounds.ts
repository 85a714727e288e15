import type { Clock } from '../../../kernel/clock.ts';
import type { Disposable } from '../../../kernel/disposables.ts';

/** Something that is done at once, and again each time its interval has passed. */
export interface Round {
  /** Milliseconds; asked anew each time. */
  every: () => number;
  work: () => Promise<unknown>;
  /** Not at once. */
  later?: boolean;
}

/** One timer a round, and nothing between. `ready`: each has been done once. */
export function keepRounds(clock: Pick<Clock, 'after'>, rounds: readonly Round[]): Disposable & { ready: Promise<void> } {
  let disposed = false;
  const cancels = new Map<Round, () => void>();
  const wait = (round: Round): void => {
    cancels.set(
      round,
      clock.after(round.every(), () => void again(round)),
    );
  };
  /** How long until the next time may follow from what came of this one. */
  const again = async (round: Round): Promise<void> => {
    cancels.delete(round);
    await round.work();
    if (!disposed) wait(round);
  };
  const begun = rounds.map((round) => {
    if (round.later !== true) return again(round);
    wait(round);
    return Promise.resolve();
  });
  return {
    ready: Promise.all(begun).then(() => undefined),
    dispose() {
      disposed = true;
      for (const cancel of cancels.values()) cancel();
    },
  };
}
