/** Growth a day, with what is known of it. */
export interface Drift {
  /** Mean growth a day, and the bounds between which it lies with 95 %. */
  mean: number;
  low: number;
  high: number;
  /** Standard deviation of the growth of one day. */
  spread: number;
  /** Whether there is growth at all, beyond what chance makes once in many years of looking each day. */
  isThere: boolean;
}

/** One-sided 1 in 3,000: a look each day for a year must not find a trend in noise. */
const Z_THERE = 3.4;
const Z_95 = 1.96;
/** With fewer days a week-end looks like a trend. */
const FEWEST_DAYS = 10;

/**
 * Growth from daily values, oldest first; null with too few. It is judged by the differences from day to day: of a value that wanders they are
 * independent, of one that swings around a level they cancel each other, so neither is mistaken for growth.
 */
export function driftOf(days: readonly number[]): Drift | null {
  if (days.length < FEWEST_DAYS) return null;
  const steps = days.slice(1).map((value, index) => value - (days[index] ?? value));
  const count = steps.length;
  const mean = steps.reduce((sum, step) => sum + step, 0) / count;
  const spread = Math.sqrt(steps.reduce((sum, step) => sum + (step - mean) ** 2, 0) / (count - 1));
  const error = spread / Math.sqrt(count);
  const reach = studentT(Z_95, count - 1) * error;
  return {
    mean,
    low: mean - reach,
    high: mean + reach,
    spread,
    isThere: mean > studentT(Z_THERE, count - 1) * error && mean > 0,
  };
}

/** Quantile of Student's t for the normal quantile `z` (Abramowitz and Stegun, 26.7.5): exact to 1 % from nine degrees of freedom on. */
function studentT(z: number, freedom: number): number {
  const g1 = (z ** 3 + z) / 4;
  const g2 = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const g3 = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + g1 / freedom + g2 / freedom ** 2 + g3 / freedom ** 3;
}
