import type { Clock } from '../../../kernel/clock.ts';
import { identifyRoot } from './root-identity.ts';

/** Pauses between looks, in milliseconds; each is twice the one before. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;

/** Looks for a root that is gone, less and less often, and calls back once when it is there again. Returns the cancel. */
export function awaitRoot(source: string, clock: Clock, onBack: () => void): () => void {
  let cancel: () => void;
  const look = (pause: number): void => {
    cancel = clock.after(pause, () => {
      if (identifyRoot(source) === null) look(Math.min(pause * 2, LONGEST_PAUSE_MS));
      else onBack();
    });
  };
  look(FIRST_PAUSE_MS);
  return () => cancel();
}
