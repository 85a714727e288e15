import { readdirSync } from 'node:fs';
import type { CheckContext } from '../checks/types.ts';

const SIGNS = new Set([
  'requirements.txt',
  'pyproject.toml',
  'setup.py',
  'setup.cfg',
  'Pipfile',
  'uv.lock',
  '.venv',
  'venv',
  '.python-version',
]);

/** Whether anything in the workspace needs Python. */
export function hasPythonWork({ workspace, needs }: Pick<CheckContext, 'workspace' | 'needs'>): boolean {
  if (needs.kind === '97layerOS' || needs.requirements.length > 0) return true;
  return readdirSync(workspace).some((name) => SIGNS.has(name) || name.endsWith('.py'));
}
