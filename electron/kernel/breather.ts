import { setImmediate as nextTurn } from 'node:timers/promises';

/** Longest stretch of work on the main thread, in milliseconds, before others have their turn. */
const STRETCH_MS = 5;

/** To be awaited between small pieces of work: gives way to others when a stretch of work is over, else costs nothing. */
export function createBreather(): () => Promise<void> | undefined {
  let since = performance.now();
  const give = async (): Promise<void> => {
    await nextTurn();
    since = performance.now();
  };
  return () => (performance.now() - since < STRETCH_MS ? undefined : give());
}
