import { driftOf } from './drift.ts';

/** When a value will reach its limit: between these many days from now. */
export interface Forecast {
  fromDays: number;
  /** Null when it may also never get there at this pace. */
  toDays: number | null;
  /** Growth a day. */
  growth: number;
}

/** What lies further ahead is nobody's worry today. */
const HORIZON_DAYS = 30;
const Z_95 = 1.96;

/** When the limit will be reached, from daily values, oldest first; null without a trend that is statistically there, or far ahead. Pure. */
export function forecast(days: readonly number[], limit: number): Forecast | null {
  const drift = driftOf(days);
  const now = days.at(-1);
  if (drift === null || now === undefined || !drift.isThere || now >= limit) return null;
  const left = limit - now;
  const fromDays = reachedAfter(left, drift.high, drift.spread);
  if (fromDays > HORIZON_DAYS) return null;
  const toDays = drift.low > 0 ? reachedAfter(left, drift.low, -drift.spread) : null;
  return { fromDays: Math.floor(fromDays), toDays: toDays === null ? null : Math.ceil(toDays), growth: drift.mean };
}

/** Days until growth and luck together make up `left`: growth·k + z·spread·√k = left. A negative spread is bad luck turned round. */
function reachedAfter(left: number, growth: number, spread: number): number {
  const luck = Z_95 * spread;
  const root = (-luck + Math.sqrt(luck ** 2 + 4 * growth * left)) / (2 * growth);
  return root ** 2;
}
