import { setTimeout as delay } from 'node:timers/promises';

/** Time as a port, so that schedules and quiet times can be tested without waiting. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls back once after `ms`; the returned function cancels. Never keeps the process alive. */
  after(ms: number, callback: () => void): () => void;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** setTimeout fires at once for longer delays than this. */
const LONGEST_TIMEOUT = 2_147_483_647;

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, Math.min(Math.max(ms, 0), LONGEST_TIMEOUT));
    timer.unref();
    return () => clearTimeout(timer);
  },
  sleep: (ms, signal) => delay(ms, undefined, signal === undefined ? {} : { signal }),
};
