import { parseSpecifiers, satisfies } from '../../../kernel/python/index.ts';
import { hasPythonWork } from '../needs/python-work.ts';
import type { PythonState } from '../python/look-at-python.ts';
import { finding } from '../finding.ts';
import { outcomeOf, type Check, type CheckContext } from './types.ts';
import type { Finding } from '../../../../shared/model/environment.ts';

/** The version of the workspace's Python lies in the range of the settings and of pyproject.toml. */
export const pythonVersion: Check = {
  id: 'python-version',
  name: 'Python Version',
  category: 'runtime',
  judgesActs: true,
  applicable: hasPythonWork,
  async check(context) {
    const state = await context.python();
    const { requiresPython } = await context.requirements();
    if (state.state !== 'working') return outcomeOf('', [absence(state)], { watched: state.watched });
    const { version, executable } = state.python.facts;
    const ranges = [
      { range: context.settings.python, file: 'nightguard.yaml' },
      ...(requiresPython === null ? [] : [requiresPython]),
    ];
    const findings = ranges.flatMap(({ range, file }) => judge(context, version, range, file));
    return outcomeOf(`Python ${version} (${executable})`, findings, { watched: state.watched });
  },
};

function judge({ platform }: CheckContext, version: string, range: string, file: string): Finding[] {
  const specifiers = parseSpecifiers(range);
  if (specifiers === null)
    return [finding('python-range', 'NOT_CHECKED', range, { values: { range, file }, advice: 'mend-file' })];
  if (satisfies(version, specifiers)) return [];
  const command = platform === 'win32' ? 'winget install Python.Python.3.13' : null;
  return [
    finding('python-version', 'PYTHON_VERSION', range, {
      severity: 'CRITICAL',
      values: { version, range, file },
      advice: 'python-version',
      command,
    }),
  ];
}

function absence(state: Exclude<PythonState, { state: 'working' }>): Finding {
  if (state.state === 'none')
    return finding('python-none', 'PYTHON_VERSION', 'python', { severity: 'CRITICAL', advice: 'python-install' });
  const { isVenv, folder, detail } = state;
  const values = { detail, folder: folder ?? '' };
  if (!isVenv)
    return finding('python-broken', 'PYTHON_VERSION', 'python', { severity: 'CRITICAL', values, advice: 'python-install' });
  // Made again in place: what was installed there is installed again from the requirements.
  const command = folder === null ? null : `python3 -m venv --clear "${folder}"`;
  return finding('venv-broken', 'PYTHON_VERSION', 'python', { severity: 'CRITICAL', values, advice: 'venv-again', command });
}
