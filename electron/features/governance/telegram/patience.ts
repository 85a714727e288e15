import type { Clock } from '../../../kernel/clock.ts';
import type { BotReply } from '../../../kernel/ports/bot.ts';
import type { Log } from '../../../kernel/ports/log.ts';

/** Null: it went well. */
export type Attempt = Extract<BotReply, { ok: false }> | null;

const FIRST_MS = 1000;
const LONGEST_MS = 60_000;
const LONGEST_ASKED_MS = 10 * 60_000;

/** How long to leave the other side alone after a call that failed; each failure in a row doubles it. */
export function pauseAfter(attempt: NonNullable<Attempt>, failures: number): number {
  if (attempt.kind === 'refused' && attempt.retryAfterMs !== null) return Math.min(attempt.retryAfterMs, LONGEST_ASKED_MS);
  return Math.min(FIRST_MS * 2 ** Math.min(failures, 10), LONGEST_MS);
}

/** Waits after what failed; says so once in a row. */
export function createPatience(clock: Clock, signal: AbortSignal) {
  let failures = 0;
  return {
    /** Resolves to true at once when it went well, to false after the pause. */
    async after(attempt: Attempt, log: Log): Promise<boolean> {
      if (attempt === null) {
        failures = 0;
        return true;
      }
      if (failures === 0 && !signal.aborted)
        log.write('warn', 'Telegram could not be reached, or refused: it is tried again', {
          reason: attempt.description,
          ...(attempt.kind === 'refused' ? { status: attempt.status } : {}),
        });
      const pause = pauseAfter(attempt, failures);
      failures += 1;
      try {
        await clock.sleep(pause, signal);
      } catch (error) {
        if (!signal.aborted) throw error;
      }
      return false;
    },
  };
}
