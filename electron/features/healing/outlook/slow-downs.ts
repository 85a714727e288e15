import type { Outlook } from '../../../../shared/model/healing.ts';
import type { Timing } from '../ports.ts';

/** The latest runs, each of which must have been slower than every one of the runs before: by chance once in a thousand. */
const LATEST = 4;
const EARLIER = 10;
/** Less than this is nobody's worry. */
const FACTOR = 1.5;
const LEAST_MS = 1000;

/** What takes clearly longer than it used to. Pure. */
export function slowDowns(timings: readonly Timing[]): Outlook[] {
  return timings.flatMap(({ subject, durations }): Outlook[] => {
    if (durations.length < LATEST + EARLIER) return [];
    const latest = durations.slice(-LATEST);
    const earlier = durations.slice(0, -LATEST).slice(-MOST_EARLIER);
    const [now, before] = [median(latest), median(earlier)];
    const isSlower = Math.min(...latest) > Math.max(...earlier) && now > before * FACTOR && now - before > LEAST_MS;
    if (!isSlower) return [];
    return [
      {
        what: 'slow',
        subject,
        fromDays: null,
        toDays: null,
        details: `The last ${LATEST} runs of ${subject} took ${seconds(now)}; before, it was ${seconds(before)}.`,
        suggestion: `Look at what has changed since, and at the output of its last run.`,
      },
    ];
  });
}

const MOST_EARLIER = 50;
const seconds = (ms: number): string => (ms < 60_000 ? `${(ms / 1000).toFixed(1)} s` : `${(ms / 60_000).toFixed(1)} minutes`);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
