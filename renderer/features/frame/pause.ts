const MORNING = 8;

/** The next 08:00 of the local clock after `now`. Epoch milliseconds. */
export function nextMorning(now: number): number {
  const morning = new Date(now);
  morning.setHours(MORNING, 0, 0, 0);
  if (morning.getTime() <= now) morning.setDate(morning.getDate() + 1);
  return morning.getTime();
}

/** Whole minutes from `now` to `until`, at least one: what the guardian's pause takes. */
export const minutesUntil = (until: number, now: number): number => Math.max(1, Math.ceil((until - now) / 60_000));

/** Whole minutes from this moment until the next morning. */
export const minutesUntilMorning = (): number => minutesUntil(nextMorning(Date.now()), Date.now());
