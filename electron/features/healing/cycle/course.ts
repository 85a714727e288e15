import type { Course, HealthRange } from '../../../../shared/model/healing.ts';
import { memorySeries } from '../processes/watch-process.ts';
import type { Samples } from '../record/samples.ts';
import { GAUGE_SERIES } from './history.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LENGTHS: Readonly<Record<HealthRange, number>> = {
  hour: HOUR_MS,
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: 30 * DAY_MS,
  year: 365 * DAY_MS,
};

/** More points than these cannot be told apart in a panel. */
const POINTS = 240;
/** A span holds two looks at least, so that a look that came late leaves no hole. */
const LOOKS = 2;

/** What was measured over a range, of the machine or of one process. `intervalMs` lies between two looks. */
export function courseOf(
  samples: Pick<Samples, 'means'>,
  range: HealthRange,
  process: string | null,
  now: number,
  intervalMs: number,
): Course {
  const length = LENGTHS[range];
  const span = Math.ceil(Math.max(length / POINTS, LOOKS * intervalMs));
  const first = Math.floor((now - length) / span);
  const slots = Array.from({ length: Math.floor(now / span) - first + 1 }, (_, index) => first + index);
  const line = (name: Course['lines'][number]['name'], series: string): Course['lines'][number] => {
    const means = samples.means(series, first * span, span);
    return { name, values: slots.map((slot) => rounded(means.get(slot))) };
  };
  return {
    at: slots.map((slot) => Math.round((slot + 0.5) * span)),
    lines:
      process === null
        ? (['cpu', 'memory', 'disk', 'score'] as const).map((name) => line(name, GAUGE_SERIES[name]))
        : [line('process', memorySeries(process))],
  };
}

const rounded = (value: number | undefined): number | null =>
  value === undefined ? null : Math.max(0, Math.round(value * 10) / 10);
