import type { SecurityReport, UpgradeOutcome } from '../../../../shared/model/security.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { messageOf } from '../../../kernel/errors.ts';
import { createJsonArrayLog } from '../../../kernel/json-array-log.ts';
import { localIso } from '../../../kernel/local-time.ts';
import { assertRealFolders, within } from '../../../kernel/paths.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import { reportOf, runId, upgradesOf, type RunRow, type Runs } from '../ledger/runs.ts';

/** Relative to the workspace; read by 97layerOS's own tools. */
const LOG_PATH = 'knowledge/system/security_update_log.json';

export interface SecurityLog {
  /** Writes every ended run that is not in the file yet. Returns why it could not, or null. */
  project(): Promise<string | null>;
}

export function createSecurityLog({
  workspace,
  runs,
  clock,
  log,
}: {
  workspace: string;
  runs: Runs;
  clock: Clock;
  log: Log;
}): SecurityLog {
  const file = createJsonArrayLog({ path: within(workspace, LOG_PATH), workspace, clock, log });
  return {
    async project() {
      try {
        assertRealFolders(workspace, LOG_PATH, new Set());
        const open = runs.unlogged();
        if (open.length === 0) return null;
        const present = await idsIn(file);
        const missing = open.filter(({ number }) => !present.has(runId(number)));
        if (missing.length > 0) await file.append(missing.map(entryOf), () => earlier(runs, open));
        for (const { number } of open) runs.logged(number);
        return null;
      } catch (error) {
        // The database is the truth and the file its picture: it is written with the next run.
        log.write('warn', 'security_update_log.json could not be written', { error: messageOf(error) });
        return messageOf(error);
      }
    },
  };
}

/** After a crash between writing the file and noting so, the file itself says what it has. */
async function idsIn(file: ReturnType<typeof createJsonArrayLog>): Promise<Set<string>> {
  const content = await file.read();
  if (content.state !== 'ok') return new Set();
  return new Set(content.entries.flatMap((entry) => (isWithRun(entry) ? [entry.run] : [])));
}

const isWithRun = (entry: unknown): entry is { run: string } =>
  typeof entry === 'object' && entry !== null && 'run' in entry && typeof entry.run === 'string';

const MOST = 10_000;

const earlier = (runs: Runs, open: readonly RunRow[]): object[] =>
  runs
    .list(MOST)
    .filter(({ number, status }) => status !== null && !open.some((one) => one.number === number))
    .toReversed()
    .map(entryOf);

/** A run as the seed's log has it, and per package what was done, why, and how it was proven. */
export function entryOf(row: RunRow): object {
  const report = reportOf(row);
  const upgrades = upgradesOf(row);
  const tried = upgrades.filter(({ result }) => result !== 'waits' && result !== 'planned');
  const tests = tried.flatMap((one) => one.tests);
  return {
    timestamp: localIso(row.started_at),
    status: row.status ?? 'INTERRUPTED',
    // A number is a claim: without an answer from everybody who was asked there is none.
    outdated_packages: report === null ? null : outdatedIn(report),
    vulnerabilities: report === null || !isComplete(report) ? null : vulnerabilitiesIn(report),
    packages_to_update:
      upgrades.length +
      (report?.upgrades.filter((one) => !upgrades.some(({ name, from }) => name === one.name && from === one.from)).length ?? 0),
    update_results: Object.fromEntries(tried.map(({ name, result }) => [name, result === 'updated'])),
    integrity_test:
      tests.length === 0 ? null : { status: tests.every(({ passed }) => passed) ? 'PASS' : 'FAIL', tests: outcomesOf(tried) },
    run: runId(row.number),
    trigger: row.trigger,
    reason: row.reason,
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
