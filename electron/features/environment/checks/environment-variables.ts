import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import type { Finding } from '../../../../shared/model/environment.ts';
import { errnoOf, messageOf } from '../../../kernel/errors.ts';
import { within } from '../../../kernel/paths.ts';
import { finding } from '../finding.ts';
import { outcomeOf, type Check } from './types.ts';

/** Required variables have a value, in the process or in the workspace's file. No value leaves this module. */
export const environmentVariables: Check = {
  id: 'environment-variables',
  name: 'Environment Variables',
  category: 'workspace',
  // They live outside what updates bring.
  judgesActs: false,
  applicable: ({ needs }) => needs.variables.required.length + needs.variables.optional.length > 0,
  async check({ workspace, needs, environment }) {
    const { required, optional, file } = needs.variables;
    const path = within(workspace, file);
    const names = await namesIn(path);
    const has = (name: string): boolean => (environment[name] ?? '') !== '' || names.filled.has(name);
    const findings: Finding[] = [];
    for (const name of required) if (!has(name)) findings.push(missing(name, file, names));
    for (const name of optional) {
      if (!has(name))
        findings.push(finding('variable-optional', 'MISSING_ENV_VARS', name, { severity: 'INFO', values: { name, file } }));
    }
    return outcomeOf(`${required.filter(has).length}/${required.length}`, findings, { watched: [path] });
  },
};

interface Names {
  /** Names with a value that is not empty. */
  filled: ReadonlySet<string>;
  fault: string | null;
}

async function namesIn(path: string): Promise<Names> {
  try {
    const entries = Object.entries(parseEnv(await readFile(path, 'utf8')));
    return { filled: new Set(entries.filter(([, value]) => (value ?? '').trim() !== '').map(([name]) => name)), fault: null };
  } catch (error) {
    return { filled: new Set(), fault: errnoOf(error) === 'ENOENT' ? null : messageOf(error) };
  }
}

function missing(name: string, file: string, { fault }: Names): Finding {
  // It may well be in the file that could not be read.
  if (fault !== null) return finding('variable-unknown', 'NOT_CHECKED', name, { values: { name, file, detail: fault } });
  return finding('variable-missing', 'MISSING_ENV_VARS', name, { values: { name, file }, advice: 'set-variable' });
}
