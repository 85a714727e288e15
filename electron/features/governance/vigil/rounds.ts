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
  const cancels = new Map<Round, () => void>();
  const wait = (round: Round): void => {
    cancels.set(
      round,
      clock.after(round.every(), () => {
        wait(round);
        void round.work();
      }),
    );
  };
  const begun = rounds.map((round) => {
    wait(round);
    return round.later === true ? undefined : round.work();
  });
  return {
    ready: Promise.all(begun).then(() => undefined),
    dispose() {
      for (const cancel of cancels.values()) cancel();
    },
  };
}
