/** The most recent weekly moment at or before `now`, in local time. 0 is Monday. Epoch milliseconds. */
export function lastDue(now: number, { weekday, hour }: { weekday: number; hour: number }): number {
  const at = new Date(now);
  at.setHours(hour, 0, 0, 0);
  const today = (at.getDay() + 6) % 7;
  at.setDate(at.getDate() - ((today - weekday + 7) % 7));
  // An hour that the clock skips is set to the next one by the system; the day stays.
  if (at.getTime() > now) at.setDate(at.getDate() - 7);
  return at.getTime();
}

/** The next weekly moment after `now`. Epoch milliseconds. */
export function nextDue(now: number, schedule: { weekday: number; hour: number }): number {
  const at = new Date(lastDue(now, schedule));
  at.setDate(at.getDate() + 7);
  at.setHours(schedule.hour, 0, 0, 0);
  return at.getTime();
}
