import type { SecurityReport, SecurityResult, UpgradeOutcome } from '../../../../shared/model/security.ts';
import { localIso } from '../../../kernel/local-time.ts';

/** A run as 97layerOS's log has it, and per package what was done, why, and how it was proven. Times are local, without a zone. */
export function toJson({ id, at, status, trigger, reason, report, upgrades }: SecurityResult): object {
  const tried = upgrades.filter(({ result }) => result !== 'waits' && result !== 'planned');
  const tests = tried.flatMap((one) => one.tests);
  return {
    timestamp: localIso(at),
    status,
    // A number is a claim: without an answer from everybody who was asked there is none.
    outdated_packages: report === null ? null : outdatedIn(report),
    vulnerabilities: report === null || !isComplete(report) ? null : vulnerabilitiesIn(report),
    packages_to_update:
      upgrades.length +
      (report?.upgrades.filter((one) => !upgrades.some(({ name, from }) => name === one.name && from === one.from)).length ?? 0),
    update_results: Object.fromEntries(tried.map(({ name, result }) => [name, result === 'updated'])),
    integrity_test:
      tests.length === 0 ? null : { status: tests.every(({ passed }) => passed) ? 'PASS' : 'FAIL', tests: outcomesOf(tried) },
    run: id,
    trigger,
    reason,
    sources: report?.sources ?? [],
    upgrades: upgrades.map(evidenceOf),
    findings: report?.findings ?? [],
  };
}

const isComplete = (report: SecurityReport): boolean =>
  report.packages.every(({ checked }) => checked) &&
  report.sources.every(({ state, name }) => state === 'checked' || name === 'pip-index' || name === 'npm-registry');

const outdatedIn = ({ packages, sources }: SecurityReport): number | null =>
  sources.some(({ state, name }) => state !== 'checked' && (name === 'pip-index' || name === 'npm-registry'))
    ? null
    : packages.filter(({ version, latest }) => latest !== null && latest !== version).length;

const vulnerabilitiesIn = ({ packages }: SecurityReport): number =>
  packages.reduce((sum, { advisories }) => sum + advisories.length, 0);

/** A test that failed for one package has failed. */
function outcomesOf(upgrades: readonly UpgradeOutcome[]): Record<string, boolean> {
  const outcomes: Record<string, boolean> = {};
  for (const { name, passed } of upgrades.flatMap(({ tests }) => tests)) outcomes[name] = (outcomes[name] ?? true) && passed;
  return outcomes;
}

const evidenceOf = ({ ecosystem, name, from, to, reason, clears, source, result, detail, tests }: UpgradeOutcome): object => ({
  ecosystem,
  name,
  from,
  to,
  reason,
  advisories_cleared: result === 'updated' ? clears : [],
  source,
  result,
  detail,
  evidence: tests.map(({ name: test, passed, detail: said, durationMs }) => ({
    test,
    passed,
    detail: said,
    seconds: Math.round(durationMs) / 1000,
  })),
});
