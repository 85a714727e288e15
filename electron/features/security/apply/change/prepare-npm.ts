import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PlannedUpgrade } from '../../../../../shared/model/security.ts';
import type { SecuritySettings } from '../../../../../shared/model/settings.ts';
import { errnoOf, messageOf } from '../../../../kernel/errors.ts';
import type { ToolResult, ToolRunner } from '../../../../kernel/ports/tool-runner.ts';
import type { Consultation } from '../../advisories/consult.ts';
import { readNpmInventory, type NpmInventory } from '../../inventory/npm-inventory.ts';
import type { PublishedVersion } from '../../inventory/npm-registry.ts';
import { npmScheme } from '../../versions/npm-scheme.ts';
import type { ChangeResult, FileEdit, Preparation } from './prepared.ts';
import { carryRanges, wishedLock } from './wish-lock.ts';

export interface NpmChangeContext {
  workspace: string;
  /** For a trial of the lock file. Absolute. */
  scratch: string;
  settings: SecuritySettings['npm'];
  registry: string;
  /** By name: what the registry has. */
  published: ReadonlyMap<string, Readonly<Record<string, PublishedVersion>>>;
  isVulnerable: (name: string, version: string) => boolean;
  /** Learns what is known of further packages. Returns those that nobody could speak of. */
  learn: Consultation['learn'];
  tools: ToolRunner;
}

const TIMEOUT_MS = 900_000;

/** Lets npm itself complete the new lock file in a folder of its own, before anything is changed in the workspace. */
export async function prepareNpm(
  context: NpmChangeContext,
  upgrades: readonly PlannedUpgrade[],
  signal: AbortSignal,
): Promise<Preparation> {
  const { workspace, scratch } = context;
  const found = await readNpmInventory(workspace);
  if (found.state !== 'found') return { ok: false, reason: found.state === 'none' ? 'There is no package.json.' : found.reason };
  const manifest = await readFile(join(workspace, 'package.json'), 'utf8');
  const lockText = await readFile(join(workspace, 'package-lock.json'), 'utf8');
  const newManifest = carryRanges(manifest, found.inventory, upgrades);
  const wish = wishedLock(context.published, lockText, found.inventory, upgrades, newManifest);
  if (!wish.ok) return wish;
  await mkdir(scratch, { recursive: true });
  const trial = await mkdtemp(join(scratch, 'npm-'));
  try {
    await layOut(workspace, trial, found.inventory, newManifest, wish.text);
    const result = await npm(context, ['install', '--package-lock-only', ...common(context)], trial, signal);
    if (!result.ok) return { ok: false, reason: `npm ${result.ending}: ${tailOf(result)}` };
    const resolved = await readNpmInventory(trial);
    if (resolved.state !== 'found') return { ok: false, reason: 'npm left no readable lock file.' };
    const silent = await context.learn(
      [
        ...new Set(
          resolved.inventory.packages
            .filter(({ name, version }) => !found.inventory.packages.some((one) => one.name === name && one.version === version))
            .map(({ name }) => name),
        ),
      ],
      signal,
    );
    const moved = movedAlong(context, upgrades, found.inventory, resolved.inventory, silent);
    if (!moved.ok) return moved;
    const after = await readFile(join(trial, 'package-lock.json'));
    return {
      ok: true,
      prepared: preparedOf(context, [...upgrades, ...moved.upgrades], membersOf(resolved.inventory.nodes), {
        manifest,
        newManifest,
        lockText,
        after,
      }),
    };
  } finally {
    await rm(trial, { recursive: true, force: true });
  }
}

function preparedOf(
  context: NpmChangeContext,
  upgrades: readonly PlannedUpgrade[],
  members: readonly string[],
  files: { manifest: string; newManifest: string; lockText: string; after: Uint8Array },
): Extract<Preparation, { ok: true }>['prepared'] {
  const { workspace } = context;
  const edit = (path: string, before: string, after: Uint8Array): FileEdit => ({
    path,
    absolute: join(workspace, path),
    before: Buffer.from(before, 'utf8'),
    after,
  });
  const edits = [edit('package-lock.json', files.lockText, files.after)];
  if (files.manifest !== files.newManifest)
    edits.push(edit('package.json', files.manifest, Buffer.from(files.newManifest, 'utf8')));
  return {
    upgrades,
    edits,
    places: [
      ...['', ...members].map((member) => join(workspace, member, 'node_modules')),
      join(workspace, 'package-lock.json'),
      join(workspace, 'package.json'),
    ],
    async change({ signal, onStart }) {
      const result = await npm(context, ['install', ...common(context)], workspace, signal, onStart);
      return result.ok ? whatCameOfIt(workspace, upgrades) : { ok: false, reason: `npm ${result.ending}: ${tailOf(result)}` };
    },
  };
}

/** What counts is what is there afterwards, not what npm said. */
async function whatCameOfIt(workspace: string, upgrades: readonly PlannedUpgrade[]): Promise<ChangeResult> {
  const found = await readNpmInventory(workspace);
  if (found.state !== 'found') return { ok: false, reason: 'npm left no readable lock file.' };
  const { packages, differing } = found.inventory;
  const [other] = differing;
  if (other !== undefined) return { ok: false, reason: `After it ${other} is not what package-lock.json says.` };
  const missing = upgrades.find(({ name, to }) => !packages.some((one) => one.name === name && one.version === to));
  return missing === undefined ? { ok: true } : { ok: false, reason: `After it there is no ${missing.name} ${missing.to}.` };
}

/** Folders of the workspace's own packages (npm's workspaces), which have a node_modules of their own. */
const membersOf = (nodes: NpmInventory['nodes']): string[] =>
  [...nodes.keys()].filter((place) => place !== '' && !place.includes('node_modules/') && !place.startsWith('..'));

/** A copy of all that npm reads to complete a lock file. */
async function layOut(workspace: string, trial: string, { nodes }: NpmInventory, manifest: string, lock: string): Promise<void> {
  await writeFile(join(trial, 'package.json'), manifest);
  await writeFile(join(trial, 'package-lock.json'), lock);
  for (const path of ['.npmrc', ...membersOf(nodes).map((place) => `${place}/package.json`)]) {
    await mkdir(dirname(join(trial, path)), { recursive: true });
    await copyFile(join(workspace, path), join(trial, path)).catch((error: unknown) => {
      if (errnoOf(error) !== 'ENOENT') throw new Error(messageOf(error), { cause: error });
    });
  }
}

/** Packages that npm moved to complete the lock: only up, to nothing vulnerable, or nothing moves at all. */
function movedAlong(
  { isVulnerable }: NpmChangeContext,
  upgrades: readonly PlannedUpgrade[],
  before: NpmInventory,
  after: NpmInventory,
  silent: ReadonlySet<string>,
): { ok: true; upgrades: PlannedUpgrade[] } | { ok: false; reason: string } {
  const moved: PlannedUpgrade[] = [];
  for (const { name, from, to } of upgrades) {
    if (!after.packages.some((one) => one.name === name && one.version === to))
      return { ok: false, reason: `npm would not install ${name} ${to}.` };
    if (after.packages.some((one) => one.name === name && one.version === from))
      return { ok: false, reason: `npm would keep ${name} ${from}.` };
  }
  for (const { name, version } of after.packages) {
    const known = before.packages.filter((one) => one.name === name);
    if (known.some((one) => one.version === version) || upgrades.some((one) => one.name === name && one.to === version)) continue;
    if (silent.has(name))
      return { ok: false, reason: `It would need ${name} ${version}, of which nobody could say whether it is vulnerable.` };
    if (isVulnerable(name, version)) return { ok: false, reason: `It would need ${name} ${version}, which is vulnerable.` };
    const from =
      known.find((one) => !after.packages.some((other) => other.name === name && other.version === one.version))?.version ?? '';
    if (from !== '' && npmScheme.compare(version, from) < 0)
      return { ok: false, reason: `It would need ${name} ${version}, which is older.` };
    if (from !== '' && npmScheme.isMajor(from, version))
      return { ok: false, reason: `It would need ${name} ${version}, which is a new major version.` };
    moved.push({
      ecosystem: 'npm',
      name,
      from,
      to: version,
      reason: 'dependency',
      major: false,
      clears: [],
      source: 'npm',
      releasedAt: null,
    });
  }
  return { ok: true, upgrades: moved };
}

const common = ({ settings, registry }: NpmChangeContext): string[] => [
  '--no-audit',
  '--no-fund',
  '--no-update-notifier',
  '--prefer-offline',
  // Whatever an .npmrc says: nothing by force, nothing only seemingly.
  '--no-force',
  '--no-dry-run',
  '--package-lock',
  `--registry=${registry}`,
  ...(settings.scripts ? [] : ['--ignore-scripts']),
];

const npm = (
  { tools }: NpmChangeContext,
  args: readonly string[],
  cwd: string,
  signal: AbortSignal,
  onStart?: Parameters<ToolRunner['run']>[0]['onStart'],
): Promise<ToolResult> =>
  tools.run({ file: 'npm', args, cwd, timeoutMs: TIMEOUT_MS, signal, ...(onStart === undefined ? {} : { onStart }) });

const SECRET = /(\/\/)[^/@\s]+@/g;
const MOST = 600;

const tailOf = ({ stderr, stdout }: ToolResult): string =>
  (stderr.trim() || stdout.trim()).slice(-MOST).replaceAll(SECRET, '$1…@');
