import { Cron } from 'croner';
import type { RitualTiming } from '../../../../shared/model/rituals.ts';

/** A due hour. `wall` orders hours that a change of the clock has put at the same instant: minutes since midnight as the pattern says it. */
export interface Occurrence {
  /** Epoch milliseconds. */
  at: number;
  wall: number;
}

/** A ritual that was away for years is not counted hour by hour: the newest of these stand for the rest. */
const MOST_OCCURRENCES = 1000;

/** Due hours after `after` up to and with `until`, oldest first; the newest `MOST_OCCURRENCES` when there are more. Epoch milliseconds. */
export function occurrencesBetween(
  timing: RitualTiming,
  after: number,
  until: number,
  timeZone: string | undefined,
): Occurrence[] {
  if (until <= after) return [];
  return timing.kind === 'every' ? intervals(timing.ms, after, until) : hours(timing.pattern, after, until, timeZone);
}

/** The next due hour after `after`, or null when there is none. */
export function nextOccurrence(timing: RitualTiming, after: number, timeZone: string | undefined): number | null {
  if (timing.kind === 'every') return after + timing.ms;
  return cronOf(timing.pattern, timeZone).nextRun(new Date(after))?.getTime() ?? null;
}

/** Intervals count from the last one that was accounted for. */
function intervals(ms: number, after: number, until: number): Occurrence[] {
  const all = Math.floor((until - after) / ms);
  const from = Math.max(1, all - MOST_OCCURRENCES + 1);
  return Array.from({ length: Math.max(0, all - from + 1) }, (_, index) => ({ at: after + (from + index) * ms, wall: 0 }));
}

function hours(pattern: string, after: number, until: number, timeZone: string | undefined): Occurrence[] {
  const cron = cronOf(pattern, timeZone);
  const wall = wallOf(pattern);
  const found: Occurrence[] = [];
  for (
    let at = cron.nextRun(new Date(after))?.getTime();
    at !== undefined && at <= until;
    at = cron.nextRun(new Date(at))?.getTime()
  ) {
    found.push({ at, wall });
    if (found.length > MOST_OCCURRENCES) return newestHours(cron, after, until).map((hour) => ({ at: hour, wall }));
  }
  return found;
}

/** Backwards from the end: what is too long ago is never enumerated. `previousRuns` leaves its own moment out. */
const newestHours = (cron: Cron, after: number, until: number): number[] =>
  cron
    .previousRuns(MOST_OCCURRENCES, new Date(until + 1000))
    .map((date) => date.getTime())
    .filter((at) => at > after && at <= until)
    .toReversed();

const cache = new Map<string, Cron>();

/** Parsing a pattern costs more than asking it. */
function cronOf(pattern: string, timeZone: string | undefined): Cron {
  const key = `${timeZone ?? ''} ${pattern}`;
  let cron = cache.get(key);
  if (cron === undefined) {
    cron = new Cron(pattern, { paused: true, ...(timeZone === undefined ? {} : { timezone: timeZone }) });
    cache.set(key, cron);
  }
  return cron;
}

/** 02:00 comes before 03:00 also on the Sunday on which both are the same instant. */
function wallOf(pattern: string): number {
  const fields = pattern.trim().split(/\s+/);
  const [minute, hour] = fields.length > 5 ? [fields[1], fields[2]] : [fields[0], fields[1]];
  const plain = (field: string | undefined): number => (field !== undefined && /^\d+$/.test(field) ? Number(field) : 0);
  return plain(hour) * 60 + plain(minute);
}
