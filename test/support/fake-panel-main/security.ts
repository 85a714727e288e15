import { setTimeout as delay } from 'node:timers/promises';
import type { Handlers } from '../../../electron/ipc/bind.ts';
import type { SecurityResult, SecurityRun, SecuritySummary, SecurityView } from '../../../shared/model/security.ts';
import { HOUR, NOW } from './fixtures.ts';
import type { ScenarioName } from './scenarios.ts';

const RUN: SecurityRun = {
  id: 'S-0002',
  at: NOW - 5 * HOUR,
  finishedAt: NOW - 5 * HOUR + 60_000,
  trigger: 'schedule',
  status: 'SUCCESS',
  reason: '',
  upgrades: [
    {
      ecosystem: 'pip',
      name: 'urllib3',
      from: '1.26.18',
      to: '1.26.20',
      reason: 'security',
      major: false,
      clears: ['CVE-2024-37891'],
      source: 'osv',
      releasedAt: NOW - 900 * HOUR,
      result: 'updated',
      detail: '',
      tests: [{ name: 'import_test', passed: true, detail: '12 imported.', durationMs: 812 }],
    },
  ],
  canRollBack: true,
  rolledBackAt: null,
};

const TAKEN_BACK: SecurityRun = {
  ...RUN,
  id: 'S-0001',
  at: NOW - 173 * HOUR,
  finishedAt: NOW - 173 * HOUR + 90_000,
  status: 'FAILED',
  reason: 'frail 1.0.1: import_test: frail: exited with 1: RuntimeError: no',
  upgrades: RUN.upgrades.map((one) => ({
    ...one,
    name: 'frail',
    from: '1.0.0',
    to: '1.0.1',
    clears: ['PYSEC-2026-7'],
    result: 'taken-back',
    detail: 'import_test: frail: exited with 1: RuntimeError: no',
    tests: [{ name: 'import_test', passed: false, detail: 'frail: exited with 1: RuntimeError: no', durationMs: 91 }],
  })),
  canRollBack: false,
};

const VIEW: SecurityView = {
  summary: {
    state: 'vulnerable',
    packages: 2,
    vulnerable: 1,
    outdated: 1,
    unchecked: 0,
    upgrades: 1,
    lastRunAt: NOW - 5 * HOUR,
    nextRunAt: NOW + 100 * HOUR,
    running: null,
  },
  report: {
    at: NOW - 5 * HOUR,
    packages: [
      {
        ecosystem: 'pip',
        name: 'requests',
        version: '2.31.0',
        declared: true,
        latest: '3.0.0',
        latestAt: NOW - 900 * HOUR,
        checked: true,
        advisories: [
          {
            id: 'CVE-2024-35195',
            aliases: ['GHSA-9wx4-h78v-vm56'],
            summary: 'Session does not verify after the first request with verify=False',
            severity: 'moderate',
            score: 5.6,
            url: 'https://osv.dev/vulnerability/GHSA-9wx4-h78v-vm56',
            fixedIn: '3.0.0',
            sources: ['osv'],
          },
        ],
      },
    ],
    sources: [{ name: 'osv', ecosystem: 'pip', state: 'checked', reason: '', unchecked: [] }],
    upgrades: [
      {
        ecosystem: 'pip',
        name: 'requests',
        from: '2.31.0',
        to: '3.0.0',
        reason: 'security',
        major: true,
        clears: ['CVE-2024-35195'],
        source: 'osv',
        releasedAt: NOW - 900 * HOUR,
      },
    ],
    findings: [
      {
        ecosystem: 'pip',
        name: 'old-parser',
        version: '0.3',
        code: 'blocked',
        detail: '0.4 — reader 2.1: <0.4',
        advisories: ['CVE-2025-11111'],
      },
    ],
  },
  runs: [RUN, TAKEN_BACK],
};

const CLEAN: SecurityView = {
  summary: { ...VIEW.summary, state: 'good', packages: 12, vulnerable: 0, outdated: 0, upgrades: 0 },
  report: {
    at: NOW - 5 * HOUR,
    packages: [],
    sources: [{ name: 'osv', ecosystem: 'pip', state: 'checked', reason: '', unchecked: [] }],
    upgrades: [],
    findings: [],
  },
  runs: [RUN],
};

const UNCHECKED: SecurityView = {
  summary: { ...CLEAN.summary, state: 'could-not-check', unchecked: 2 },
  report: {
    at: NOW - 5 * HOUR,
    packages: [],
    sources: [
      {
        name: 'osv',
        ecosystem: 'pip',
        state: 'could-not-check',
        reason: 'api.osv.dev: no answer in time',
        unchecked: ['requests', 'urllib3'],
      },
      {
        name: 'npm-registry',
        ecosystem: 'npm',
        state: 'partial',
        reason: 'registry.npmjs.org answered 503',
        unchecked: ['left-pad'],
      },
    ],
    upgrades: [],
    findings: [],
  },
  runs: [
    {
      ...RUN,
      id: 'S-0003',
      status: 'COULD_NOT_CHECK',
      reason: 'osv: api.osv.dev: no answer in time',
      upgrades: [],
      canRollBack: false,
    },
  ],
};

const NEVER: SecurityView = {
  summary: { ...CLEAN.summary, state: 'unknown', packages: 0, lastRunAt: null },
  report: null,
  runs: [],
};

const VIEWS: Partial<Record<ScenarioName, SecurityView>> = {
  vulnerable: VIEW,
  'needs-you': VIEW,
  'could-not-check': UNCHECKED,
  empty: NEVER,
};

/** What the panel meets in a scenario. */
export const securityViewOf = (name: ScenarioName): SecurityView => VIEWS[name] ?? CLEAN;

type Act = <T, R>(channel: string, run: (input: T) => R) => (input: T) => R;

const PREVIEW = {
  run: 'S-0002',
  packages: [{ ecosystem: 'pip' as const, name: 'urllib3', from: '1.26.20', to: '1.26.18' }],
  files: ['.venv', 'requirements.txt'],
  changedSince: ['flask 3.1.0'],
  token: 'security-1',
};

/** Long enough to be seen. */
const PHASE_MS = 400;

/** The security channels of the fake guardian: a run goes through its phases, and ends where the view says. */
export function securityHandlers(
  act: Act,
  name: ScenarioName,
  tell: (summary: SecuritySummary) => void,
): Pick<Handlers, `security:${'status' | 'run' | 'preview' | 'rollback'}`> {
  let view = securityViewOf(name);
  const go = async ({ checkOnly }: { checkOnly: boolean }): Promise<SecurityResult> => {
    for (const running of checkOnly ? (['looking'] as const) : (['looking', 'upgrading', 'testing'] as const)) {
      tell({ ...view.summary, running });
      await delay(PHASE_MS);
    }
    const run: SecurityRun = {
      ...RUN,
      id: 'S-0003',
      at: NOW,
      finishedAt: NOW,
      trigger: 'panel',
      status: checkOnly ? 'CHECKED' : 'HELD',
    };
    const upgrades = checkOnly
      ? []
      : (view.report?.upgrades ?? []).map((one) => ({ ...one, result: 'waits' as const, detail: '', tests: [] }));
    const ended = { ...run, upgrades, canRollBack: false };
    const report = view.report ?? CLEAN.report;
    view = {
      summary: { ...(view.report === null ? CLEAN.summary : view.summary), lastRunAt: NOW },
      report,
      runs: [ended, ...view.runs],
    };
    tell(view.summary);
    return { ...ended, report };
  };
  return {
    'security:status': () => view,
    'security:run': act('security:run', go),
    'security:preview': () => PREVIEW,
    'security:rollback': act('security:rollback', () => {
      const runs = view.runs.map((run) => (run.id === PREVIEW.run ? { ...run, canRollBack: false, rolledBackAt: NOW } : run));
      view = { ...view, runs };
      return PREVIEW;
    }),
  };
}
