import type { SecurityReport, SecurityResult, UpgradeOutcome } from '../../../shared/model/security.ts';
import type { Problem } from '../../../shared/model/snapshot.ts';
import type { RunRow } from './ledger/runs.ts';
import { reportOf, runId, upgradesOf } from './ledger/runs.ts';
import type { SecurityNews } from './news.ts';
import { nameOf } from './run/act-of.ts';

const SHOWN = 3;

/** `requests 2.31.0 → 2.32.4, urllib3 … +2`. */
const namesOf = (upgrades: readonly UpgradeOutcome[]): string => {
  const more = upgrades.length - SHOWN;
  return upgrades.slice(0, SHOWN).map(nameOf).join(', ') + (more > 0 ? ` +${more}` : '');
};

/** Packages that are vulnerable in a report. */
export const vulnerableIn = (report: SecurityReport | null): SecurityReport['packages'] =>
  report?.packages.filter(({ advisories }) => advisories.length > 0) ?? [];

/** Whether everybody who was asked has answered, of every package. */
export const isComplete = (report: SecurityReport): boolean =>
  report.sources.every(({ state }) => state === 'checked') && report.packages.every(({ checked }) => checked);

/** The news of a run: one message a cause. */
export function newsOf({ id, status, reason, upgrades, report }: SecurityResult): SecurityNews[] {
  const news = (kind: SecurityNews['kind'], summary: string, count: number): SecurityNews => ({
    tag: kind,
    kind,
    release: null,
    values: { run: id ?? '', summary, count },
  });
  const of = (result: UpgradeOutcome['result']): UpgradeOutcome[] => upgrades.filter((one) => one.result === result);
  const found: SecurityNews[] = [];
  const updated = of('updated');
  if (status === 'FAILED') found.push(news('security-failed', reason.split('\n')[0] ?? '', of('taken-back').length));
  if (updated.length > 0) found.push(news('security-upgraded', namesOf(updated), updated.length));
  const waiting = of('waits');
  if (waiting.length > 0) found.push(news('security-held', namesOf(waiting), waiting.length));
  const left = vulnerableIn(report).filter(({ name }) => !waiting.some((one) => one.name === name));
  if (left.length > 0 && status !== 'FAILED')
    found.push(
      news(
        'security-vulnerable',
        left
          .slice(0, SHOWN)
          .map(({ name }) => name)
          .join(', '),
        left.length,
      ),
    );
  if (status === 'COULD_NOT_CHECK') found.push(news('security-unchecked', reason, 0));
  return found;
}

/** What is wrong until the next run says otherwise. */
export function problemsOf(row: RunRow | undefined): Problem[] {
  if (row === undefined || row.status === null) return [];
  const problem = (code: Problem['code'], severity: Problem['severity'], detail: string): Problem => ({
    code,
    detail,
    at: row.finished_at ?? row.started_at,
    severity,
    release: null,
  });
  const report = reportOf(row);
  const problems: Problem[] = [];
  const vulnerable = vulnerableIn(report);
  if (row.status === 'FAILED' || row.status === 'INTERRUPTED')
    problems.push(problem('security-failed', 'warning', `${runId(row.number)}: ${row.reason}`));
  if (vulnerable.length > 0) {
    const waits = upgradesOf(row).filter(({ result }) => result === 'waits');
    const names = vulnerable
      .filter(({ name }) => !waits.some((one) => one.name === name))
      .map(({ name, version }) => `${name} ${version}`);
    if (names.length > 0) problems.push(problem('security-vulnerable', 'warning', names.join(', ')));
  }
  if (report !== null && !isComplete(report)) {
    const silent = report.sources.filter(({ state }) => state !== 'checked');
    problems.push(problem('security-unchecked', 'warning', silent.map(({ name, reason }) => `${name}: ${reason}`).join('; ')));
  }
  return problems;
}
