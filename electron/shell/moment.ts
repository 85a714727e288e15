import type { Language } from '../../shared/locales/index.ts';

/** A point in time for people: the hour on the same day, the day too otherwise. Absolute, so that nothing has to tick. */
export function momentText(at: number, now: number, language: Language): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  const day = sameDay ? {} : ({ month: 'short', day: 'numeric' } as const);
  return new Intl.DateTimeFormat(language, { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** The hour at which a pause «until tomorrow» ends. */
const MORNING_HOUR = 7;

/** Whole minutes from now until the next day's morning, local time. */
export function minutesUntilTomorrow(now: number): number {
  const morning = new Date(now);
  morning.setDate(morning.getDate() + 1);
  morning.setHours(MORNING_HOUR, 0, 0, 0);
  return Math.max(1, Math.ceil((morning.getTime() - now) / 60_000));
}
