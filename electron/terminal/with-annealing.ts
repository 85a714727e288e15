import type { Guardian } from '../guardian-api.ts';
import type { Session } from './session.ts';

type Annealing = Guardian['annealing'];

/** Opens the annealing of the session's workspace for as long as `work` takes. */
export type WithAnnealing = <T>(work: (annealing: Annealing) => Promise<T> | T) => Promise<T>;

/** Through the workspace's guardian. */
export const annealingOf =
  ({ withGuardian }: Session): WithAnnealing =>
  (work) =>
    withGuardian((guardian) => work(guardian.annealing));
