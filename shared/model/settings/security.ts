import { z } from 'zod';
import { count, positive } from './numbers.ts';

/** An address, or nothing. */
const urlOrNone = z
  .string()
  .regex(/^(?:https?:\/\/[^\s]+)?$/, { error: 'It must begin with http:// or https://' })
  .overwrite((text) => text.replace(/\/+$/, ''));

const url = z
  .string()
  .regex(/^https?:\/\/[^\s]+$/, { error: 'It must begin with http:// or https://' })
  .overwrite((text) => text.replace(/\/+$/, ''));

const osv = z.strictObject({
  enabled: z.boolean().default(true).describe('Ask the OSV database for known vulnerabilities.'),
  url: url.default('https://api.osv.dev').describe('Address of the OSV service.'),
  folder: z
    .string()
    .default('')
    .describe(
      'A folder of OSV JSON files that is read instead of the service; absolute, or relative to the workspace. Empty: none.',
    ),
  timeoutSeconds: positive.max(300).default(15).describe('How long one answer may take.'),
});

const pip = z.strictObject({
  enabled: z.boolean().default(true).describe('Look after Python packages.'),
  python: z.string().default('').describe('The interpreter of the environment. Empty: that of .venv or venv in the workspace.'),
  allowSystem: z.boolean().default(false).describe('Upgrade packages of a Python that is no virtual environment, too.'),
  index: urlOrNone.default('').describe('Simple index (PEP 503/691) to ask. Empty: the one that pip is configured with.'),
  sourceBuilds: z.boolean().default(false).describe('Allow packages that have no wheel. Building them runs code of the package.'),
  audit: z.boolean().default(true).describe('Ask pip-audit, too, where it is installed.'),
});

const npm = z.strictObject({
  enabled: z.boolean().default(true).describe('Look after npm packages, where there is a package-lock.json.'),
  registry: urlOrNone.default('').describe('Registry to ask. Empty: the one that npm is configured with.'),
  scripts: z.boolean().default(false).describe('Let packages run their install scripts.'),
  audit: z.boolean().default(true).describe('Ask `npm audit`, too.'),
});

const verifyCommand = z.strictObject({
  run: z.string().min(1).describe('Shell command, run in the workspace.'),
  timeoutSeconds: positive.max(3600).default(300).describe('Killed, and counted as failed, after this many seconds.'),
});

const tests = z.strictObject({
  imports: z
    .boolean()
    .default(true)
    .describe('Import the packages and the modules of the workspace, each in a process of its own.'),
  modules: z.array(z.string().min(1)).default([]).describe('More modules to import, such as libs.core_config.'),
  skip: z.array(z.string().min(1)).default([]).describe('Modules that are not imported, because importing them does something.'),
  importSeconds: positive.max(600).default(60).describe('How long one import may take.'),
  criticalFiles: z
    .array(z.string().min(1))
    .default([])
    .describe('Files, below the workspace, that must be there unchanged after an upgrade.'),
  verify: z.array(verifyCommand).default([]).describe('Commands that must succeed after an upgrade.'),
});

/** `security` in nightguard.yaml. Its hour is kept by the ritual WEEKLY_SECURITY_UPDATE. */
export const security = z.strictObject({
  outdated: z
    .enum(['off', 'declared', 'all'])
    .default('declared')
    .describe('Which packages are upgraded although they are only outdated: none, those you declare, or all.'),
  majors: z
    .enum(['ask', 'report'])
    .default('ask')
    .describe('A new major version of a package that is only outdated: ask whether to upgrade, or only report it.'),
  cooldownDays: count.max(365).default(7).describe('How old a release must be before it is taken without a security reason.'),
  keepSnapshots: positive.max(50).default(3).describe('How many of the newest upgrades can be rolled back.'),
  osv: osv.prefault({}).describe('Known vulnerabilities.'),
  pip: pip.prefault({}).describe('Python packages.'),
  npm: npm.prefault({}).describe('npm packages.'),
  tests: tests.prefault({}).describe('What must hold after an upgrade; otherwise it is taken back.'),
});
