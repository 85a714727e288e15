import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { PlannedUpgrade } from '../../../../../shared/model/security.ts';
import type { SecuritySettings } from '../../../../../shared/model/settings.ts';
import { distributionKey } from '../../../../kernel/python/index.ts';
import type { ToolResult, ToolRunner } from '../../../../kernel/ports/tool-runner.ts';
import type { IndexFile } from '../../inventory/pip-index.ts';
import type { PipInventory } from '../../inventory/pip-inventory.ts';
import { pipScheme } from '../../versions/pip-scheme.ts';
import type { Preparation } from './prepared.ts';
import { rewriteRequirements, type Pins } from './rewrite-requirements.ts';
import type { FileEdit } from './prepared.ts';

export interface PipChangeContext {
  workspace: string;
  /** For lists that pip reads. Absolute. */
  scratch: string;
  settings: SecuritySettings['pip'];
  inventory: PipInventory;
  /** By name key: what the index has. */
  files: ReadonlyMap<string, readonly IndexFile[]>;
  /** Whether a version is known to be vulnerable. */
  isVulnerable: (key: string, version: string) => boolean;
  tools: ToolRunner;
}

/** pip's installation report, version 1 (pip.pypa.io/en/stable/reference/installation-report). */
const reportSchema = z.object({
  install: z.array(
    z.object({
      metadata: z.object({ name: z.string(), version: z.string() }),
      is_yanked: z.boolean().default(false),
      download_info: z.object({ url: z.string(), archive_info: z.object({ hashes: z.record(z.string(), z.string()).default({}) }).optional() }),
    }),
  ),
});

interface Resolved {
  name: string;
  key: string;
  version: string;
  sha256: string | null;
  yanked: boolean;
}

const TIMEOUT_MS = 900_000;

/** Lets pip itself resolve the upgrade without doing it: everything else stays as it is, or moves up only because it must. */
export async function preparePip(context: PipChangeContext, upgrades: readonly PlannedUpgrade[], signal: AbortSignal): Promise<Preparation> {
  const resolved = await resolveAll(context, upgrades, signal);
  if (!resolved.ok) return resolved;
  const moved = movedAlong(context, upgrades, resolved.resolved);
  if (!moved.ok) return moved;
  const all = [...upgrades, ...moved.upgrades];
  const edits = rewriteAll(context, all, resolved.resolved);
  if (!edits.ok) return edits;
  return {
    ok: true,
    prepared: {
      upgrades: all,
      edits: edits.edits,
      places: [...context.inventory.environment.trees, ...edits.edits.map(({ absolute }) => absolute)],
      async change({ signal: stop, onStart }) {
        const list = resolved.resolved.map(lineOf);
        return withList(context, list, async (file) => {
          // Exactly what was resolved, proven by its hashes: nothing is decided anew.
          const proof = resolved.resolved.every(({ sha256 }) => sha256 !== null) ? ['--require-hashes'] : [];
          const args = ['install', '--no-deps', '--no-input', ...proof, ...common(context), '-r', file];
          const result = await pip(context, args, stop, onStart);
          return result.ok ? { ok: true } : { ok: false, reason: `pip ${result.ending}: ${tailOf(result)}` };
        });
      },
    },
  };
}

async function resolveAll(
  context: PipChangeContext,
  upgrades: readonly PlannedUpgrade[],
  signal: AbortSignal,
): Promise<{ ok: true; resolved: Resolved[] } | { ok: false; reason: string }> {
  const wanted = new Set(upgrades.map(({ name }) => distributionKey(name)));
  const others = context.inventory.packages.filter(({ key, fromIndex }) => fromIndex && !wanted.has(key));
  let reason = '';
  // First as if nothing else might move; then nothing else may go back.
  for (const operator of ['==', '>=']) {
    const constraints = others.map(({ name, version }) => `${name}${operator}${operator === '>=' ? publicVersion(version) : version}`);
    const result = await withList(context, constraints, (file) => {
      const names = upgrades.map(({ name, to }) => `${name}==${to}`);
      const args = ['install', '--dry-run', '--quiet', '--report', '-', '--no-input', '-c', file, ...common(context), ...names];
      return pip(context, args, signal);
    });
    const report = result.ok ? readReport(result.stdout) : null;
    if (report !== null) return { ok: true, resolved: report };
    reason = result.ok ? 'pip gave no report' : `pip ${result.ending}: ${tailOf(result)}`;
    if (signal.aborted) break;
  }
  return { ok: false, reason };
}

const publicVersion = (version: string): string => version.split('+')[0] ?? version;

/** Packages that must move with an upgrade. They move up, inside their major version, to nothing that is vulnerable, or nothing moves at all. */
function movedAlong(
  { inventory, isVulnerable }: PipChangeContext,
  upgrades: readonly PlannedUpgrade[],
  resolved: readonly Resolved[],
): { ok: true; upgrades: PlannedUpgrade[] } | { ok: false; reason: string } {
  const planned = new Map(upgrades.map((one) => [distributionKey(one.name), one]));
  const installed = new Map(inventory.packages.map((one) => [one.key, one]));
  const moved: PlannedUpgrade[] = [];
  for (const { key, name, version, yanked } of resolved) {
    const plan = planned.get(key);
    if (plan !== undefined) {
      if (pipScheme.compare(plan.to, version) !== 0) return { ok: false, reason: `pip resolved ${name} to ${version} instead of ${plan.to}.` };
      continue;
    }
    const from = installed.get(key)?.version ?? '';
    const because = whyNot(from, version, yanked, isVulnerable(key, version));
    if (because !== null) return { ok: false, reason: `It would need ${name} ${version}, which ${because}.` };
    moved.push({ ecosystem: 'pip', name, from, to: version, reason: 'dependency', major: false, clears: [], source: 'pip', releasedAt: null });
  }
  const missing = upgrades.find(({ name }) => !resolved.some(({ key }) => key === distributionKey(name)));
  return missing === undefined ? { ok: true, upgrades: moved } : { ok: false, reason: `pip would not install ${missing.name} ${missing.to}.` };
}

function whyNot(from: string, to: string, yanked: boolean, vulnerable: boolean): string | null {
  if (yanked) return 'was yanked';
  if (vulnerable) return 'is vulnerable';
  if (from === '') return null;
  if (pipScheme.compare(to, from) < 0) return 'is older than what is installed';
  return pipScheme.isMajor(from, to) ? 'is a new major version' : null;
}

function rewriteAll(
  { inventory, files }: PipChangeContext,
  upgrades: readonly PlannedUpgrade[],
  resolved: readonly Resolved[],
): { ok: true; edits: FileEdit[] } | { ok: false; reason: string } {
  const pins: Pins = new Map(
    upgrades.map(({ name, from, to }) => {
      const key = distributionKey(name);
      const offered = (files.get(key) ?? []).filter(({ version }) => pipScheme.compare(version, to) === 0);
      const own = resolved.find((one) => one.key === key)?.sha256 ?? null;
      const known = offered.flatMap(({ sha256 }) => sha256 ?? []);
      return [key, { from, to, hashes: [...new Set([...known, ...(own === null || known.length > 0 ? [] : [own])])].sort() }];
    }),
  );
  const edits: FileEdit[] = [];
  for (const file of inventory.files) {
    const rewrite = rewriteRequirements(file, pins, inventory.environment.facts.markers);
    if (!rewrite.ok) return rewrite;
    if (rewrite.changed) edits.push({ path: file.path, absolute: file.absolute, before: file.bytes, after: rewrite.bytes });
  }
  return { ok: true, edits };
}

const lineOf = ({ name, version, sha256 }: Resolved): string => `${name}==${version}${sha256 === null ? '' : ` --hash=sha256:${sha256}`}`;

const common = ({ settings }: PipChangeContext): string[] => [
  ...(settings.index === undefined ? [] : ['--index-url', settings.index]),
  ...(settings.sourceBuilds ? [] : ['--only-binary', ':all:']),
];

const pip = (
  { inventory, workspace, tools }: PipChangeContext,
  args: readonly string[],
  signal: AbortSignal,
  onStart?: Parameters<ToolRunner['run']>[0]['onStart'],
): Promise<ToolResult> =>
  tools.run({
    file: inventory.environment.python,
    args: ['-m', 'pip', '--disable-pip-version-check', ...args],
    cwd: workspace,
    env: { PYTHONDONTWRITEBYTECODE: '1', PYTHONPATH: undefined },
    timeoutMs: TIMEOUT_MS,
    signal,
    ...(onStart === undefined ? {} : { onStart }),
  });

async function withList<T>({ scratch }: PipChangeContext, lines: readonly string[], use: (file: string) => Promise<T>): Promise<T> {
  await mkdir(scratch, { recursive: true });
  const file = join(scratch, `pip-${randomBytes(6).toString('hex')}.txt`);
  await writeFile(file, `${lines.join('\n')}\n`, { flag: 'wx' });
  try {
    return await use(file);
  } finally {
    await rm(file, { force: true });
  }
}

function readReport(text: string): Resolved[] | null {
  try {
    const { install } = reportSchema.parse(JSON.parse(text));
    return install.map(({ metadata, is_yanked, download_info }) => ({
      name: metadata.name,
      key: distributionKey(metadata.name),
      version: metadata.version,
      sha256: download_info.archive_info?.hashes['sha256'] ?? null,
      yanked: is_yanked,
    }));
  } catch {
    // Not a report: the caller says so.
    return null;
  }
}

const SECRET = /(\/\/)[^/@\s]+@/g;
const MOST = 600;

/** The end of what pip said, without passwords in addresses. */
const tailOf = ({ stderr, stdout }: ToolResult): string => (stderr.trim() || stdout.trim()).slice(-MOST).replaceAll(SECRET, '$1…@');
