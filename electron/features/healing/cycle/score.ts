import { healthCategorySchema, type CheckReport, type HealthScore } from '../../../../shared/model/healing.ts';

/** The share of the checks that passed, by category. A check that could not be made is not one that passed. Pure. */
export function scoreOf(reports: readonly CheckReport[]): HealthScore {
  const parts = healthCategorySchema.options.flatMap((category) => {
    const of = reports.filter((report) => report.category === category);
    if (of.length === 0) return [];
    const count = (state: CheckReport['state']): number => of.filter((report) => report.state === state).length;
    return [{ category, passed: count('passed'), failed: count('failed'), unknown: count('could-not-check') }];
  });
  const good = parts.reduce((sum, { passed }) => sum + passed, 0);
  // Rounded down: 100 is said only where everything passed.
  return { value: reports.length === 0 ? 0 : Math.floor((good / reports.length) * 100), parts };
}
