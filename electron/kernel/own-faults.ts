import { messageOf } from './errors.ts';
import type { Log } from './ports/log.ts';

/** Of one process: what goes wrong again and again is known by then. */
const MOST = 20;

/**
 * Takes errors of Nightguard itself that nobody caught: each is logged, and recorded like any program's. What goes wrong while one is
 * recorded is only logged, so that a fault in the recording cannot feed itself. Never throws.
 */
export function createOwnFaults(record: (error: unknown) => Promise<unknown>, log: Log): (error: unknown) => Promise<void> {
  let recording = false;
  let recorded = 0;
  return async (error) => {
    note(log, 'an error that nobody caught', error);
    if (recording || recorded >= MOST) return;
    recording = true;
    recorded += 1;
    try {
      await record(error);
    } catch (cause) {
      note(log, 'an error of our own could not be recorded', cause);
    } finally {
      recording = false;
    }
  };
}

function note(log: Log, what: string, error: unknown): void {
  try {
    log.write('error', what, { error: messageOf(error), stack: error instanceof Error ? (error.stack ?? '') : '' });
  } catch {
    // The disk may be the fault: there is nobody left to tell.
  }
}
