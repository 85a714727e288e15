import { z } from 'zod';
import type { Finding } from '../checks/check.ts';

/** How a check stands after some looks: what a single look must not decide. */
export const standingSchema = z.object({
  /** The latest finding, and how many in a row were like it. */
  last: z.enum(['passed', 'failed', 'could-not-check']),
  streak: z.number().int().positive(),
  /** When it became an issue; null while it is none. */
  since: z.number().nullable(),
  /** Fixes tried since it was last well for long. */
  attempts: z.number().int().nonnegative(),
  /** Looks to wait before the next attempt. */
  wait: z.number().int().nonnegative(),
  givenUp: z.boolean(),
});
export type Standing = z.infer<typeof standingSchema>;

export interface Patience {
  failAfter: number;
  passAfter: number;
}

/** More attempts in a row are a restart loop. */
export const MOST_ATTEMPTS = 5;
/** Good looks in a row after which earlier attempts are forgotten: a process that crashes again at once is still in the same loop. */
export const FORGET_AFTER = 10;

const FRESH: Standing = { last: 'passed', streak: 1, since: null, attempts: 0, wait: 0, givenUp: false };

/**
 * The next standing after one more look. A look that could not be made changes nothing but itself: it neither raises nor ends an issue,
 * and it is no good look either. Pure.
 */
export function look(
  before: Standing | undefined,
  found: Finding['state'],
  at: number,
  { failAfter, passAfter }: Patience,
): Standing {
  const old = before ?? { ...FRESH, last: found, streak: 0 };
  const streak = old.last === found ? old.streak + 1 : 1;
  const next = { ...old, last: found, streak, wait: Math.max(0, old.wait - 1) };
  if (found === 'failed') {
    const since = old.since ?? (streak >= failAfter ? at : null);
    // Known to be in vain only now that the last attempt was looked at.
    return { ...next, since, givenUp: old.attempts >= MOST_ATTEMPTS };
  }
  if (found === 'could-not-check') return next;
  const well = { ...next, since: streak >= passAfter ? null : old.since };
  return streak >= FORGET_AFTER ? { ...well, attempts: 0, wait: 0, givenUp: false } : well;
}

/** Whether a fix may be tried now. */
export const mayTry = ({ last, since, wait, attempts }: Standing): boolean =>
  last === 'failed' && since !== null && wait === 0 && attempts < MOST_ATTEMPTS;

/** After an attempt: the pauses double (1, 2, 4, 8 looks), and the fifth attempt is the last. Pure. */
export function tried(standing: Standing): Standing {
  const attempts = standing.attempts + 1;
  return { ...standing, attempts, wait: 2 ** (attempts - 1) };
}
