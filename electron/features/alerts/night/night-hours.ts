import { minutesOf } from '../plan/quiet-hours.ts';

/** The last night that has ended by `now`, epoch milliseconds; null where the hours leave no room for one. */
export function lastNightBefore(now: number, hours: { from: string; to: string }): { from: number; to: number } | null {
  if (hours.from === hours.to) return null;
  const at = (daysAgo: number, minutes: number): number => {
    const day = new Date(now);
    // By the calendar: a night in which the clock changes is an hour shorter or longer.
    return new Date(day.getFullYear(), day.getMonth(), day.getDate() - daysAgo, 0, minutes).getTime();
  };
  const [start, end] = [minutesOf(hours.from), minutesOf(hours.to)];
  const days = at(0, end) <= now ? 0 : 1;
  return { from: at(start < end ? days : days + 1, start), to: at(days, end) };
}

/** The next end of the quiet hours after `now`, epoch milliseconds. */
export function nextMorning(now: number, { to }: { to: string }): number {
  const day = new Date(now);
  const at = (days: number): number =>
    new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, 0, minutesOf(to)).getTime();
  return at(0) > now ? at(0) : at(1);
}
