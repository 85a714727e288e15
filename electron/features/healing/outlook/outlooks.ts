import type { Outlook } from '../../../../shared/model/healing.ts';
import { driftOf } from '../forecast/drift.ts';
import { forecast, type Forecast } from '../forecast/forecast.ts';

/** A quarter of a year tells enough, and older days were another workload. */
export const DAYS = 90;

/** Daily values, oldest first. Disk and memory in per cent, errors a day. */
export interface Course {
  disk: readonly number[];
  memory: readonly number[];
  errors: readonly number[];
}

/** What is to come, only where the trend is statistically there. Pure. */
export function outlooksOf({ disk, memory, errors }: Course): Outlook[] {
  const full = forecast(disk, 100);
  const out = forecast(memory, 100);
  return [
    ...(full === null
      ? []
      : [
          limitAhead(
            'disk',
            `The disk will be full ${span(full)}: it fills by ${full.growth.toFixed(1)} % a day.`,
            full,
            'Clear caches, prune the archive, or move data away.',
          ),
        ]),
    ...(out === null
      ? []
      : [
          limitAhead(
            'memory',
            `The memory of this machine will be used up ${span(out)}: use grows by ${out.growth.toFixed(1)} % a day.`,
            out,
            'Look for a process that grows, and name it in healing.processes.',
          ),
        ]),
    ...moreErrors(errors),
  ];
}

const limitAhead = (what: 'disk' | 'memory', details: string, { fromDays, toDays }: Forecast, suggestion: string): Outlook => ({
  what,
  subject: '',
  fromDays,
  toDays,
  details,
  suggestion,
});

/** `in 5 to 9 days`; the end is open where it may also never happen. */
function span({ fromDays, toDays }: Forecast): string {
  if (toDays === null) return `in ${fromDays} days at the earliest`;
  return fromDays === toDays ? `in ${fromDays} days` : `in ${fromDays} to ${toDays} days`;
}

/** Errors have no limit that they could reach: that they become more is what counts. */
function moreErrors(errors: readonly number[]): Outlook[] {
  const drift = driftOf(errors);
  const now = errors.at(-1) ?? 0;
  if (drift === null || !drift.isThere || now < 1) return [];
  const details = `Errors become more: ${now.toFixed(0)} a day, and ${drift.mean.toFixed(1)} more each day.`;
  return [
    {
      what: 'errors',
      subject: '',
      fromDays: null,
      toDays: null,
      details,
      suggestion: 'See knowledge/system/error_tracking.json for the errors that repeat.',
    },
  ];
}
