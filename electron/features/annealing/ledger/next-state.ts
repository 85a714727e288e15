import type { GroupState } from '../../../../shared/model/annealing.ts';

export interface StateFacts {
  state: GroupState;
  /** When it came into this state. */
  stateAt: number;
  at: number;
  /** Newest times of the key, newest first, as many as the threshold asks for. */
  recent: readonly number[];
  threshold: number;
  windowMs: number;
}

/** What an event makes of its group, and whether the error repeats enough to be analysed. Pure. */
export function nextState({ state, stateAt, at, recent, threshold, windowMs }: StateFacts): {
  state: GroupState;
  repeats: boolean;
} {
  const repeats = recent.length >= threshold && recent[0]! - recent[threshold - 1]! <= windowMs;
  switch (state) {
    case 'ignored':
      return { state, repeats: false };
    case 'fixed':
      // A log that is read late tells of errors from before the fix.
      return at > stateAt ? { state: 'regressed', repeats: true } : { state, repeats: false };
    case 'new':
      return { state: repeats ? 'recurring' : 'new', repeats };
    case 'recurring':
    case 'proposed':
      return { state, repeats };
    case 'regressed':
      return { state, repeats: true };
  }
}

const FIRST_BACK_OFF_MS = 3_600_000;
const LONGEST_BACK_OFF_MS = 24 * 3_600_000;

/** When a group that was analysed for the n-th time may be analysed again: a storm is one analysis and one alert. */
export const nextAnalysisAt = (now: number, analyses: number): number =>
  now + Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** Math.min(analyses - 1, 10));
