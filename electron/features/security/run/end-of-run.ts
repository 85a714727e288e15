import type { SecurityReport, SecurityStatus, UpgradeOutcome } from '../../../../shared/model/security.ts';

/** What is true after the upgrades. */
export function after(report: SecurityReport, outcomes: readonly UpgradeOutcome[]): SecurityReport {
  const done = outcomes.filter(({ result }) => result === 'updated');
  const upgradeOf = (one: { ecosystem: string; name: string; version: string }): UpgradeOutcome | undefined =>
    done.find(({ ecosystem, name, from }) => ecosystem === one.ecosystem && name === one.name && from === one.version);
  return {
    ...report,
    packages: report.packages.map((one) => {
      const upgrade = upgradeOf(one);
      if (upgrade === undefined) return one;
      return { ...one, version: upgrade.to, advisories: one.advisories.filter(({ id }) => !upgrade.clears.includes(id)) };
    }),
    upgrades: report.upgrades.filter(
      (one) => !done.some(({ ecosystem, name, from }) => ecosystem === one.ecosystem && name === one.name && from === one.from),
    ),
  };
}

/** How a run ended, and why in one sentence. Nothing done and somebody silent is «could not check». */
export function endOf(
  report: SecurityReport,
  outcomes: readonly UpgradeOutcome[],
  { checkOnly }: { checkOnly: boolean },
): { status: SecurityStatus; reason: string } {
  const failed = outcomes.filter(({ result }) => result === 'failed' || result === 'taken-back' || result === 'refused');
  const silent = report.sources.filter(({ state }) => state !== 'checked');
  const unchecked = silent.map(({ name, reason }) => `${name}: ${reason}`).join('; ');
  if (failed.length > 0)
    return { status: 'FAILED', reason: failed.map(({ name, to, detail }) => `${name} ${to}: ${detail}`).join('\n') };
  if (outcomes.some(({ result }) => result === 'waits')) return { status: 'HELD', reason: unchecked };
  if (outcomes.some(({ result }) => result === 'updated')) return { status: 'SUCCESS', reason: unchecked };
  if (silent.length > 0) return { status: 'COULD_NOT_CHECK', reason: unchecked };
  return { status: checkOnly ? 'CHECKED' : 'NO_UPDATES', reason: '' };
}
