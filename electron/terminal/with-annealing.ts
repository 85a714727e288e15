import type { Annealing } from '../features/annealing/index.ts';

/** Opens the annealing of the session's workspace for as long as `work` takes. */
export type WithAnnealing = <T>(work: (annealing: Annealing) => Promise<T> | T) => Promise<T>;
