import type { RitualTiming } from '../../../shared/model/rituals.ts';

/** When a ritual comes, as a text key with its values; what is more than a day or a weekday stays a cron pattern. */
export type Schedule =
  | { key: 'daily'; time: string }
  | { key: 'weekly'; time: string; weekday: number }
  | { key: 'every'; ms: number }
  | { key: 'cron'; pattern: string };

/** Reads a timing. Weekdays count from Sunday = 0. */
export function scheduleOf(timing: RitualTiming): Schedule {
  if (timing.kind === 'every') return { key: 'every', ms: timing.ms };
  const found = /^(?:0 )?(\d{1,2}) (\d{1,2}) \* \* (\*|[0-7])$/.exec(timing.pattern.trim());
  if (found === null) return { key: 'cron', pattern: timing.pattern };
  const [, minute = '', hour = '', day = ''] = found;
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  return day === '*' ? { key: 'daily', time } : { key: 'weekly', time, weekday: Number(day) % 7 };
}

/** A weekday's name; 0 is Sunday. The first of February 2026 was one. */
export const weekdayName = (weekday: number, language: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long' }).format(new Date(2026, 1, 1 + weekday));
