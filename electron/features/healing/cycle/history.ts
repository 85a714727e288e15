import type { Health } from '../../../../shared/model/healing.ts';
import type { Samples } from '../record/samples.ts';

const DAY_MS = 86_400_000;
/** As many points as a thin line can show. */
const SPAN_MS = DAY_MS / 96;

/** Means of a quarter of an hour each, over the last 24 hours, oldest first. */
export function historyOf(samples: Samples, at: number): Health['history'] {
  const from = at - DAY_MS;
  const points = new Map<number, { at: number; cpu: number | null; memory: number | null; disk: number | null }>();
  for (const name of ['cpu', 'memory', 'disk'] as const) {
    for (const [slot, value] of means(samples.since(`host.${name}`, from))) {
      const point = points.get(slot) ?? { at: slot * SPAN_MS, cpu: null, memory: null, disk: null };
      points.set(slot, { ...point, [name]: Math.min(100, Math.max(0, Math.round(value * 10) / 10)) });
    }
  }
  return [...points.values()].sort((a, b) => a.at - b.at);
}

function means(values: readonly { at: number; value: number }[]): Map<number, number> {
  const sums = new Map<number, { sum: number; count: number }>();
  for (const { at, value } of values) {
    const slot = Math.floor(at / SPAN_MS);
    const old = sums.get(slot) ?? { sum: 0, count: 0 };
    sums.set(slot, { sum: old.sum + value, count: old.count + 1 });
  }
  return new Map([...sums].map(([slot, { sum, count }]) => [slot, sum / count]));
}
