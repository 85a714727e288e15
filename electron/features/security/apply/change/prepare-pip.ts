import type { PlannedUpgrade } from '../../../../../shared/model/security.ts';
import { distributionKey } from '../../../../kernel/python/index.ts';
import { readPipInventory } from '../../inventory/pip-inventory.ts';
import { pipScheme } from '../../versions/pip-scheme.ts';
import { common, pip, withList, type PipChangeContext } from './pip-calls.ts';
import { dependency, type ChangeResult, type FileEdit, type Preparation } from './prepared.ts';
import { resolveUpgrades, type Resolved } from './resolve-pip.ts';
import { tailOf } from './said.ts';
import { rewriteRequirements, type Pins } from './rewrite-requirements.ts';

/** Lets pip itself resolve the upgrade without doing it: everything else stays as it is, or moves up only because it must. */
export async function preparePip(
  context: PipChangeContext,
  upgrades: readonly PlannedUpgrade[],
  signal: AbortSignal,
): Promise<Preparation> {
  const resolved = await resolveUpgrades(context, upgrades, signal);
  if (!resolved.ok) return resolved;
  const silent = await context.learn(
    resolved.resolved.map(({ key }) => key),
    signal,
  );
  const moved = movedAlong(context, upgrades, resolved.resolved, silent);
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
          return result.ok ? whatCameOfIt(context, all) : { ok: false, reason: `pip ${result.ending}: ${tailOf(result)}` };
        });
      },
    },
  };
}

/** What counts is what is there afterwards, not what pip said. */
async function whatCameOfIt(
  { workspace, inventory: { environment, packages } }: PipChangeContext,
  upgrades: readonly PlannedUpgrade[],
): Promise<ChangeResult> {
  const found = new Map((await readPipInventory({ workspace, environment })).packages.map(({ key, version }) => [key, version]));
  const wanted = new Map([
    ...packages.map(({ key, version }) => [key, version] as const),
    ...upgrades.map(({ name, to }) => [distributionKey(name), to] as const),
  ]);
  for (const key of new Set([...wanted.keys(), ...found.keys()])) {
    const [is, should] = [found.get(key), wanted.get(key)];
    if (is !== undefined && should !== undefined && (is === should || pipScheme.compare(is, should) === 0)) continue;
    return { ok: false, reason: `After it ${key} is ${is ?? 'not there'} instead of ${should ?? 'not there'}.` };
  }
  return { ok: true };
}

/** Packages that must move with an upgrade. They move up, inside their major version, to nothing that is vulnerable, or nothing moves at all. */
function movedAlong(
  { inventory, isVulnerable }: PipChangeContext,
  upgrades: readonly PlannedUpgrade[],
  resolved: readonly Resolved[],
  silent: ReadonlySet<string>,
): { ok: true; upgrades: PlannedUpgrade[] } | { ok: false; reason: string } {
  const planned = new Map(upgrades.map((one) => [distributionKey(one.name), one]));
  const installed = new Map(inventory.packages.map((one) => [one.key, one]));
  const moved: PlannedUpgrade[] = [];
  for (const { key, name, version, yanked } of resolved) {
    const plan = planned.get(key);
    if (plan !== undefined) {
      if (pipScheme.compare(plan.to, version) !== 0)
        return { ok: false, reason: `pip resolved ${name} to ${version} instead of ${plan.to}.` };
      continue;
    }
    const from = installed.get(key)?.version ?? '';
    const because = silent.has(key)
      ? 'nobody could check for vulnerabilities'
      : whyNot(from, version, yanked, isVulnerable(key, version));
    if (because !== null) return { ok: false, reason: `It would need ${name} ${version}, which ${because}.` };
    moved.push(dependency('pip', name, from, version));
  }
  const missing = upgrades.find(({ name }) => !resolved.some(({ key }) => key === distributionKey(name)));
  return missing === undefined
    ? { ok: true, upgrades: moved }
    : { ok: false, reason: `pip would not install ${missing.name} ${missing.to}.` };
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

const lineOf = ({ name, version, sha256 }: Resolved): string =>
  `${name}==${version}${sha256 === null ? '' : ` --hash=sha256:${sha256}`}`;
