import type { Handlers } from '../../../electron/ipc/bind.ts';
import { stateOf, type EnvironmentCheck, type EnvironmentReport, type Finding } from '../../../shared/model/environment.ts';
import { MINUTE, NOW } from './fixtures.ts';
import type { ScenarioName } from './scenarios.ts';

const check = (
  id: string,
  name: string,
  facts: string,
  findings: Finding[] = [],
  state?: EnvironmentCheck['state'],
): EnvironmentCheck => ({
  id,
  name,
  facts,
  findings,
  state: state ?? (findings.some(({ severity }) => severity !== 'INFO') ? 'failed' : 'passed'),
  durationMs: 12,
});

const finding = (code: string, values: Finding['values'], rest: Partial<Finding> = {}): Finding => ({
  code,
  values,
  type: 'MISSING_PACKAGES',
  severity: 'ERROR',
  subject: code,
  advice: null,
  command: null,
  ...rest,
});

const MISSING = finding(
  'package-missing',
  { name: 'python-dotenv', wanted: 'python-dotenv>=1.0', where: 'requirements.txt:4', installed: '', by: '' },
  { advice: 'install', command: '"/home/layer/97layerOS/.venv/bin/python" -m pip install "python-dotenv>=1.0"' },
);
const FAILED = finding(
  'install-failed',
  {
    name: 'google-auth',
    why: 'network',
    detail: 'No matching distribution found',
    log: '.nightguard/environment/install-2026-11-21.log',
  },
  {
    type: 'PACKAGE_INSTALL_FAILED',
    advice: 'try-again',
    command: '"/home/layer/97layerOS/.venv/bin/python" -m pip install google-auth',
  },
);

const SOUND = [
  check('python-version', 'Python Version', 'Python 3.12.4 (/home/layer/97layerOS/.venv/bin/python)'),
  check('required-packages', 'Required Packages', '38'),
  check('required-directories', 'Required Directories', '12'),
  check('environment-variables', 'Environment Variables', '2/2', [
    finding('variable-optional', { name: 'ANTHROPIC_API_KEY', file: '.env' }, { type: 'MISSING_ENV_VARS', severity: 'INFO' }),
  ]),
  check('critical-files', 'Critical Files', '3'),
  check('system-resources', 'System Resources', '38.1 % · 61 %'),
];
const reportOf = (checks: EnvironmentCheck[], fixes: EnvironmentReport['fixes'] = []): EnvironmentReport => ({
  at: NOW - 2 * MINUTE,
  state: stateOf(checks),
  checks,
  fixes,
  durationMs: 214,
});
const replaced = (...checks: EnvironmentCheck[]): EnvironmentCheck[] =>
  SOUND.map((one) => checks.find(({ id }) => id === one.id) ?? one);

const REPORTS: Partial<Record<ScenarioName, EnvironmentReport | null>> = {
  problem: reportOf(replaced(check('required-packages', 'Required Packages', '', [MISSING, FAILED]))),
  'could-not-check': reportOf(
    replaced(
      check(
        'required-packages',
        'Required Packages',
        '',
        [finding('packages-unknown', {}, { type: 'NOT_CHECKED', advice: 'python-first' })],
        'could-not-check',
      ),
    ),
  ),
  empty: null,
};

type Act = <T, R>(channel: string, run: (input: T) => R) => (input: T) => R;

/** An environment of fixtures: putting right installs what is missing, and says so. */
export function environmentHandlers(name: ScenarioName, act: Act): Pick<Handlers, `environment:${'status' | 'check'}`> {
  const known = REPORTS[name];
  let report = known === undefined ? reportOf(SOUND) : known;
  return {
    'environment:status': () => ({ report, running: null }),
    'environment:check': act('environment:check', ({ install }: { install: boolean }) => {
      const mended = reportOf(SOUND, [{ kind: 'install-package', subject: 'python-dotenv', detail: 'python-dotenv 1.0.1' }]);
      report = { ...(install && report?.state === 'failed' ? mended : (report ?? reportOf(SOUND))), at: Date.now() };
      return report;
    }),
  };
}
