const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

const dayOf = (at: Date): string[] => [pad(at.getFullYear(), 4), pad(at.getMonth() + 1), pad(at.getDate())];
const clockOf = (at: Date): string[] => [pad(at.getHours()), pad(at.getMinutes()), pad(at.getSeconds())];

/** Local time without a zone, whole seconds, as Python's `datetime.isoformat()` writes it: `2026-02-15T03:00:00`. */
export function localIso(ms: number): string {
  const at = new Date(ms);
  return `${dayOf(at).join('-')}T${clockOf(at).join(':')}`;
}

/** Local time for file names: `20260215_030000`. */
export function compactLocal(ms: number): string {
  const at = new Date(ms);
  return `${dayOf(at).join('')}_${clockOf(at).join('')}`;
}

const LOCAL_ISO = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?$/;

/**
 * Epoch milliseconds of a local time without a zone (fractions of a second allowed, cut to milliseconds), or null when it is none.
 * An hour that the clock goes through twice means the first; one that it skips means the same span later.
 */
export function parseLocalIso(text: string): number | null {
  const match = LOCAL_ISO.exec(text);
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 59) return null;
  const at = new Date(2000, 0, 1, hour, minute, second, Number((match[7] ?? '').padEnd(3, '0').slice(0, 3)));
  at.setFullYear(year, month - 1, day);
  // The time of day may have been shifted by the zone's rules on the first day of 2000 only: set it again on the right day.
  at.setHours(hour, minute, second);
  return at.getTime();
}

/** Day 0 of the next month is the last of this one. */
function daysIn(year: number, month: number): number {
  const last = new Date(2000, month, 0);
  last.setFullYear(year, month, 0);
  return last.getDate();
}
