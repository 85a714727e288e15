const DAY_MS = 86_400_000;
const DATE =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(?:Z|([+-]\d{2}):?(\d{2})?)?)?$/;

/** The moment that a date begins, in epoch milliseconds (UTC where it names no zone), or null when it is no date of any calendar. */
export function dayOf(value: unknown): number | null {
  const match = typeof value === 'string' ? DATE.exec(value.trim()) : null;
  if (match === null) return null;
  const [year, month, day, hour, minute, second, zoneHours, zoneMinutes] = match
    .slice(1)
    .map((part) => Number(part ?? 0)) as Numbers;
  const at = new Date(Date.UTC(2000, 0, 1, hour, minute, second));
  at.setUTCFullYear(year, month - 1, day);
  const real = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  if (!real) return null;
  return at.getTime() - (zoneHours * 60 + Math.sign(zoneHours || 1) * zoneMinutes) * 60_000;
}

type Numbers = [number, number, number, number, number, number, number, number];

/** The moment that a date is over: the end of its day when it names no hour. Null when it is no date. */
export function endOf(value: unknown): number | null {
  const start = dayOf(value);
  if (start === null) return null;
  return /:/.test(String(value)) ? start : start + DAY_MS;
}
