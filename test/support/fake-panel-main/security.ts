import type { Handlers } from '../../../electron/ipc/bind.ts';
import type { SecurityResult, SecurityRun, SecurityView } from '../../../shared/model/security.ts';
import { HOUR, NOW } from './fixtures.ts';

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
    findings: [],
  },
  runs: [RUN],
};

type Act = <T, R>(channel: string, run: (input: T) => R) => (input: T) => R;

const PREVIEW = {
  run: 'S-0002',
  packages: [{ ecosystem: 'pip' as const, name: 'urllib3', from: '1.26.20', to: '1.26.18' }],
  files: ['.venv', 'requirements.txt'],
  changedSince: [],
  token: 'security-1',
};

/** The security channels of the fake guardian. */
export function securityHandlers(act: Act): Pick<Handlers, `security:${'status' | 'run' | 'preview' | 'rollback'}`> {
  let view = VIEW;
  const result = (): SecurityResult => ({
    ...RUN,
    id: 'S-0003',
    status: 'CHECKED',
    upgrades: [],
    canRollBack: false,
    report: view.report,
  });
  return {
    'security:status': () => view,
    'security:run': act('security:run', result),
    'security:preview': () => PREVIEW,
    'security:rollback': act('security:rollback', () => {
      view = { ...view, runs: [{ ...RUN, canRollBack: false, rolledBackAt: NOW }] };
      return PREVIEW;
    }),
  };
}
