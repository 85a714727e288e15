import type { Written } from '../../../shared/model/settings-file.ts';

/** What is being edited, and the version of the file that it was begun from. */
export interface Draft {
  text: string;
  hash: string;
  /** What stands in the text, where that is known already. */
  written?: Written;
}

/** A draft with the steps that led to it; `now` is null while nothing is edited. */
export interface DraftHistory {
  past: readonly (Draft | null)[];
  now: Draft | null;
  future: readonly (Draft | null)[];
  /** What made the last step: one field, or the text. */
  by: string;
}

export const NO_HISTORY: DraftHistory = { past: [], now: null, future: [], by: '' };

/** More steps than a person goes back. */
const MOST_STEPS = 200;

/** A step forward. Several in a row in the same field are one. */
export function stepTo(history: DraftHistory, now: Draft, by: string): DraftHistory {
  const goesOn = by === history.by && history.past.length > 0;
  const past = goesOn ? history.past : [...history.past, history.now].slice(-MOST_STEPS);
  return { past, now, future: [], by };
}

/** One step back; the same where there is none. */
export function undone(history: DraftHistory): DraftHistory {
  if (history.past.length === 0) return history;
  return { past: history.past.slice(0, -1), now: history.past.at(-1) ?? null, future: [history.now, ...history.future], by: '' };
}

/** One step forward again; the same where there is none. */
export function redone(history: DraftHistory): DraftHistory {
  if (history.future.length === 0) return history;
  return { past: [...history.past, history.now], now: history.future[0] ?? null, future: history.future.slice(1), by: '' };
}
