import type { Health } from '../../../../shared/model/healing.ts';
import type { Samples } from '../record/samples.ts';

const DAY_MS = 86_400_000;
/** As many points as a thin line can show. */
const SPAN_MS = DAY_MS / 96;

/** Names of the samples of each gauge. */
export const GAUGE_SERIES = { cpu: 'host.cpu', memory: 'host.memory', disk: 'host.disk', score: 'score' } as const;
const GAUGES = ['cpu', 'memory', 'disk', 'score'] as const;

/** Means of a quarter of an hour each, over the last 24 hours, oldest first. */
export function historyOf(samples: Samples, at: number): Health['history'] {
  const points = new Map<number, Health['history'][number]>();
  for (const name of GAUGES) {
    for (const [slot, value] of samples.means(GAUGE_SERIES[name], at - DAY_MS, SPAN_MS)) {
      const point = points.get(slot) ?? { at: slot * SPAN_MS, cpu: null, memory: null, disk: null, score: null };
      points.set(slot, { ...point, [name]: Math.min(100, Math.max(0, Math.round(value * 10) / 10)) });
    }
  }
  return [...points.values()].sort((a, b) => a.at - b.at);
}
