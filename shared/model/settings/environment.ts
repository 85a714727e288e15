import { z } from 'zod';
import { count, positive } from './numbers.ts';

const path = z.string().min(1);
const variable = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, { error: 'must be the name of an environment variable' });
const percent = positive.max(100);

const criticalFile = z.strictObject({
  path: path.describe('Below the workspace.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .describe('What the file must be, as 64 hexadecimal digits; left out: it must only be there.'),
});

const variables = z.strictObject({
  required: z.array(variable).default([]).describe('Must have a value.'),
  optional: z.array(variable).default([]).describe('Are only mentioned when they have none.'),
  file: path.default('.env').describe('Read besides the environment of the process, below the workspace.'),
});

/** `environment` in nightguard.yaml. */
export const environment = z.strictObject({
  expect: z
    .enum(['detected', 'listed'])
    .default('detected')
    .describe('detected: what a workspace of this kind is known to need, and what is listed here; listed: only that.'),
  python: z.string().min(1).default('>=3.9').describe('Which versions of Python will do (PEP 440).'),
  useSystemPython: z
    .boolean()
    .default(false)
    .describe(
      'Install into the Python of the system when the workspace has no virtual environment. Never where the system forbids it.',
    ),
  requirements: z
    .array(path)
    .default([])
    .describe('Requirements files below the workspace. When empty: requirements.txt and pyproject.toml, where they are.'),
  directories: z.array(path).default([]).describe('Folders that must be there, below the workspace.'),
  variables: variables.prefault({}).describe('Environment variables. Their values are never shown.'),
  files: z.array(criticalFile).default([]).describe('Files that must be there.'),
  memoryPercent: percent.default(90).describe('Too little memory when more than this is in use.'),
  diskPercent: percent.default(90).describe('Too little disk when more than this is in use.'),
  fix: z
    .boolean()
    .default(true)
    .describe('Install missing packages and create missing folders. Nothing is ever removed or downgraded.'),
  beforeActs: z.boolean().default(true).describe('Check before and after each update; what an update breaks takes it back.'),
  freshSeconds: count
    .max(3600)
    .default(60)
    .describe('A result that is not older, and whose files have not changed, is used again.'),
  checkSeconds: positive.max(600).default(15).describe('How long Python may take to answer.'),
  installSeconds: positive.max(3600).default(300).describe('How long an installation may take.'),
});
