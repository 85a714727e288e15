import type { Overall } from './snapshot.ts';

/** From what a person must know first to what needs nobody. */
const GRAVEST_FIRST: readonly Overall[] = ['problem', 'needs-you', 'unknown', 'working', 'paused', 'good'];

/** The one state that stands for several workspaces: what is not known outweighs what is good. `unknown` of none. */
export const worstOf = (states: readonly Overall[]): Overall =>
  GRAVEST_FIRST.find((state) => states.includes(state)) ?? 'unknown';
