import { parse as parsePath } from 'node:path';
import { z } from 'zod';
import { PIP_ENVIRONMENT } from '../../../kernel/python/index.ts';
import type { ToolRunner } from '../../../kernel/ports/tool-runner.ts';
import type { VersionScheme } from '../versions/scheme.ts';
import type { AdvisoryRecord, AdvisorySource } from './advisory.ts';
import { withoutLogins } from '../apply/change/said.ts';
import { answered, couldNotCheck, put } from './answers.ts';

const dependency = z.object({
  name: z.string().max(500),
  version: z.string().max(500).optional(),
  skip_reason: z.string().optional(),
  vulns: z
    .array(
      z.object({
        id: z.string().min(1).max(200),
        fix_versions: z.array(z.string().max(500)).default([]),
        aliases: z.array(z.string().max(200)).default([]),
        description: z.string().nullish(),
      }),
    )
    .default([]),
});
/** Newer versions print an object, older ones the bare array. */
const reportSchema = z.union([
  z.object({ dependencies: z.array(dependency) }).transform((report) => report.dependencies),
  z.array(dependency),
]);

export interface PipAuditOptions {
  scheme: VersionScheme;
  tools: ToolRunner;
  /** The program and its first words: `[python, '-m', 'pip_audit']`. */
  command: readonly [string, ...string[]];
  /** The environment that is audited. */
  python: string;
}

const TIMEOUT_MS = 300_000;

/** pip-audit on the installed environment; never on requirement files, whose set-up code it would run. */
export function createPipAudit({ scheme, tools, command, python }: PipAuditOptions): AdvisorySource {
  return {
    name: 'pip-audit',
    async ask(packages, signal) {
      const [file, ...first] = command;
      const args = [...first, '--format', 'json', '--progress-spinner', 'off', '--local'];
      // It runs pip itself, from where it stands: not in the workspace, where anything may be called pip.py.
      const cwd = parsePath(python).root;
      const env = { ...PIP_ENVIRONMENT, PIPAPI_PYTHON_LOCATION: python, PYTHONPATH: undefined, PYTHONSAFEPATH: '1' };
      const result = await tools.run({ file, args, cwd, env, timeoutMs: TIMEOUT_MS, signal });
      const report = read(result.stdout);
      // It exits with 1 when it has found something, and also when it has failed: only its report tells which.
      if (report === null) return couldNotCheck('pip-audit', 'pip', lastLine(result.stderr) || result.ending, packages);
      const records = new Map<string, AdvisoryRecord[]>();
      const spoken = new Set<string>();
      for (const { name, version, vulns, skip_reason } of report) {
        const key = scheme.nameKey(name);
        if (skip_reason === undefined && version !== undefined) spoken.add(key);
        for (const vuln of vulns) put(records, key, recordFrom(vuln, version ?? ''));
      }
      const silent = packages.filter(({ key }) => !spoken.has(key)).map(({ name }) => name);
      return answered('pip-audit', 'pip', records, { reason: 'pip-audit skipped them', names: silent }, packages.length);
    },
  };
}

function read(text: string): z.output<typeof reportSchema> | null {
  try {
    const parsed = reportSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not JSON: a message for people, which standard error repeats.
    return null;
  }
}

const recordFrom = (
  { id, aliases, description, fix_versions }: z.infer<typeof dependency>['vulns'][number],
  installed: string,
): AdvisoryRecord => ({
  id,
  aliases,
  summary: firstLine(description ?? ''),
  severity: 'unknown',
  score: null,
  url: `https://osv.dev/vulnerability/${encodeURIComponent(id)}`,
  affected: [{ kind: 'until', installed, fixed: fix_versions }],
  source: 'pip-audit',
});

const firstLine = (text: string): string => (text.split('\n')[0] ?? '').slice(0, 300);
const lastLine = (text: string): string => withoutLogins(text.trim().split('\n').at(-1) ?? '');
