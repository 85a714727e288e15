import { z } from 'zod';
import type { ToolRunner } from '../../../kernel/ports/tool-runner.ts';
import type { AdvisoryRecord, AdvisorySource } from './advisory.ts';
import { withoutLogins } from '../apply/change/said.ts';
import { answered, couldNotCheck, put } from './answers.ts';
import { severityOfWord } from './severity.ts';

const advisory = z.object({
  source: z.union([z.number(), z.string()]).optional(),
  name: z.string().max(500),
  title: z.string().max(10_000).default(''),
  url: z.string().max(2000).default(''),
  severity: z.string().max(50).default(''),
  range: z.string().max(10_000),
  cvss: z.object({ score: z.number() }).partial().nullish(),
});

const reportSchema = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), advisory])) })),
});
const failureSchema = z.object({ message: z.string().optional(), error: z.object({ summary: z.string() }).partial().optional() });

const TIMEOUT_MS = 120_000;

/** `npm audit --json`. Without `auditReportVersion` its endpoint has refused: that is no clean report. */
export function createNpmAudit({
  tools,
  cwd,
  registry,
}: {
  tools: ToolRunner;
  cwd: string;
  registry: string | null;
}): AdvisorySource {
  return {
    name: 'npm-audit',
    async ask(packages, signal) {
      const args = ['audit', '--json', ...(registry === null ? [] : [`--registry=${registry}`])];
      const result = await tools.run({ file: 'npm', args, cwd, timeoutMs: TIMEOUT_MS, signal });
      const body = parse(result.stdout);
      const report = reportSchema.safeParse(body);
      if (!report.success)
        return couldNotCheck('npm-audit', 'npm', reasonFrom(body) || result.ending || 'npm audit gave no report', packages);
      const records = new Map<string, AdvisoryRecord[]>();
      const seen = new Set<string>();
      for (const { via } of Object.values(report.data.vulnerabilities)) {
        for (const one of via) {
          if (typeof one === 'string' || seen.has(`${one.name} ${idOf(one)}`)) continue;
          seen.add(`${one.name} ${idOf(one)}`);
          put(records, one.name, recordFrom(one));
        }
      }
      return answered('npm-audit', 'npm', records, { reason: '', names: [] }, packages.length);
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Told by its absence.
    return null;
  }
}

function reasonFrom(body: unknown): string {
  const parsed = failureSchema.safeParse(body);
  return parsed.success ? withoutLogins(parsed.data.message ?? parsed.data.error?.summary ?? '') : '';
}

const idOf = ({ url, source }: z.infer<typeof advisory>): string =>
  /GHSA(-[0-9a-z]{4}){3}/.exec(url)?.[0] ?? `npm:${source ?? url}`;

const recordFrom = (one: z.infer<typeof advisory>): AdvisoryRecord => ({
  id: idOf(one),
  aliases: [],
  summary: one.title,
  severity: severityOfWord(one.severity),
  score: one.cvss?.score !== undefined && one.cvss.score > 0 ? one.cvss.score : null,
  url: one.url.startsWith('https://') ? one.url : null,
  affected: [{ kind: 'range', range: one.range }],
  source: 'npm-audit',
});
