import type { SecurityRun } from '../../shared/model/security.ts';

/** What the runs of the security duty upgraded in a time, and what they put back because it did not hold. For the morning report. */
export function upgradesBetween(
  runs: readonly SecurityRun[],
  from: number,
  to: number,
): { fixes: string[]; fixesFailed: string[] } {
  const upgrades = runs.filter(({ at }) => at >= from && at < to).flatMap((run) => run.upgrades);
  const named = (...results: (typeof upgrades)[number]['result'][]): string[] =>
    upgrades.filter(({ result }) => results.includes(result)).map(({ name, from: old, to: next }) => `${name} ${old} → ${next}`);
  return { fixes: named('updated'), fixesFailed: named('taken-back', 'failed') };
}
