import type { Clock } from '../../../../../electron/kernel/clock.ts';

/** A clock that a test moves by hand. */
export interface ManualClock extends Clock {
  /** Moves on and calls what falls due, in order. */
  advance(ms: number): void;
  /** How many callbacks wait. */
  pending(): number;
}

export function createManualClock(start = 1_000_000): ManualClock {
  let now = start;
  const timers = new Set<{ at: number; callback: () => void }>();
  const due = (until: number): { at: number; callback: () => void } | undefined =>
    [...timers].filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    after(ms, callback) {
      const timer = { at: now + ms, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    sleep: () => Promise.reject(new Error('nobody sleeps on this clock')),
    advance(ms) {
      const until = now + ms;
      for (let timer = due(until); timer !== undefined; timer = due(until)) {
        timers.delete(timer);
        now = Math.max(now, timer.at);
        timer.callback();
      }
      now = until;
    },
    pending: () => timers.size,
  };
}
