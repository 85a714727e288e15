import type { Health } from '../../../shared/model/healing.ts';

export const GAUGES = ['cpu', 'memory', 'disk', 'score'] as const;
export type Gauge = (typeof GAUGES)[number];

const SLOTS = 96;
const SLOT_MS = 900_000;

/** The last 24 hours of one gauge, a quarter of an hour each, oldest first; null where nothing was measured. Pure. */
export function lastDay(history: Health['history'], gauge: Gauge, now: number): (number | null)[] {
  const last = Math.floor(now / SLOT_MS);
  const known = new Map(history.map((point) => [Math.floor(point.at / SLOT_MS), point[gauge]]));
  return Array.from({ length: SLOTS }, (_, index) => known.get(last - SLOTS + 1 + index) ?? null);
}
