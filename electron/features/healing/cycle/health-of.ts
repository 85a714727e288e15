import { UNKNOWN_HEALTH, type Health, type HealthReport } from '../../../../shared/model/healing.ts';

/** Fewer missed looks may be a machine that was busy. */
const MISSED = 4;

/** Health at a glance. What was seen too long ago is not known any more. Pure. */
export function healthOf(report: HealthReport | null, history: Health['history'], now: number, intervalMs: number): Health {
  if (report === null) return UNKNOWN_HEALTH;
  const { status, at, issues, gauges } = report;
  const isOld = Math.abs(now - at) > Math.max(MISSED * intervalMs, 120_000);
  return { status: isOld ? 'UNKNOWN' : status, lastCheckAt: at, issues: issues.length, gauges, history };
}
