import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { consult } from '../advisories/consult.ts';
import { isAffected } from '../advisories/is-affected.ts';
import { createNpmAudit } from '../advisories/npm-audit.ts';
import { prepareNpm } from '../apply/change/prepare-npm.ts';
import { nodeProbes } from '../apply/tests/node-probes.ts';
import { readNpmInventory, type NpmInventory } from '../inventory/npm-inventory.ts';
import { askRegistry, configuredRegistries, type PublishedVersion } from '../inventory/npm-registry.ts';
import type { Release } from '../inventory/package.ts';
import { planUpgrades } from '../plan/plan-upgrades.ts';
import { npmScheme } from '../versions/npm-scheme.ts';
import { inParallel } from '../web/in-parallel.ts';
import { osvSources } from './advisory-sources.ts';
import { brokenLook, describePackages, indexStatus, type EcosystemLook } from './ecosystem-look.ts';
import type { LookContext } from './look-context.ts';

const WIDTH = 8;
const DAY_MS = 86_400_000;
const TIMEOUT_MS = 120_000;

/** Looks at the npm packages; null: the workspace has none. */
export async function lookAtNpm(context: LookContext): Promise<EcosystemLook | null> {
  const found = await readNpmInventory(context.workspace);
  if (found.state === 'none') return null;
  return found.state === 'broken' ? brokenLook('npm', found.reason) : lookAtInventory(context, found.inventory);
}

async function lookAtInventory(context: LookContext, inventory: NpmInventory): Promise<EcosystemLook> {
  const { workspace, settings, clock, tools, signal } = context;
  const { packages, differing } = inventory;
  const registryFor = await configuredRegistries(workspace, settings.npm.registry, tools, signal);
  if (registryFor === null) return brokenLook('npm', 'npm does not say which registry it asks.');
  const registry = registryFor('');
  const releases = new Map<string, readonly Release[] | null>();
  const published = new Map<string, Readonly<Record<string, PublishedVersion>>>();
  let reason = '';
  const learn = async (names: readonly string[]): Promise<void> => {
    await inParallel(
      names.filter((name) => !releases.has(name)),
      WIDTH,
      async (name) => {
        const answer = await askRegistry(registryFor(name), name, context.ask, signal);
        if (answer.ok) published.set(name, answer.versions);
        else reason = answer.reason;
        releases.set(name, answer.ok ? answer.releases : null);
      },
    );
  };
  // Hundreds of packages stand behind a few declared ones: only what may be upgraded is asked for.
  const declared = packages.filter((one) => one.fromIndex && (one.declared || settings.outdated === 'all'));
  await learn([...new Set(declared.map(({ name }) => name))]);
  const sources = osvSources(context, npmScheme);
  if (settings.npm.audit) sources.push(createNpmAudit({ tools, cwd: workspace, registry: settings.npm.registry || null }));
  const outdated = (name: string): boolean => (releases.get(name) ?? []).length > 0;
  const interesting = (vulnerable: ReadonlySet<string>): string[] =>
    [...new Set(packages.map(({ key }) => key))].filter((key) => vulnerable.has(key) || outdated(key));
  const consultation = await consult(npmScheme, sources, packages, interesting, signal);
  const vulnerable = packages.filter((one) => one.fromIndex && consultation.of(one).length > 0);
  await learn([...new Set(vulnerable.map(({ name }) => name))]);
  const asked = packages.filter(({ key }) => releases.has(key));
  const isVulnerable = (key: string, version: string): boolean =>
    consultation.all(key).some(({ affected }) => isAffected(npmScheme, affected, version));
  const plan = planUpgrades({
    scheme: npmScheme,
    packages,
    vulnerabilities: consultation.of,
    known: consultation.all,
    knows: consultation.knows,
    releases,
    index: new URL(registry).host,
    policy: {
      outdated: context.securityOnly ? 'off' : settings.outdated,
      majors: settings.majors,
      cooldownMs: settings.cooldownDays * DAY_MS,
      now: clock.now(),
    },
    isRefused: (key, version) => context.isRefused('npm', key, version, packages),
    unmanaged: whyUnmanaged(inventory, workspace),
  });
  const status = [...consultation.sources, indexStatus('npm-registry', 'npm', asked, releases, reason)];
  if (differing.length > 0) {
    status.push({
      name: 'npm-inventory',
      ecosystem: 'npm',
      state: 'partial',
      reason: 'node_modules differs from package-lock.json',
      unchecked: differing,
    });
  }
  return {
    ecosystem: 'npm',
    installed: packages,
    keyOf: npmScheme.nameKey,
    packages: describePackages(npmScheme, packages, consultation, releases),
    sources: status,
    plan,
    benchmarks: (upgrades) => ({
      probes: () =>
        Promise.resolve(
          nodeProbes(
            inventory,
            upgrades.map(({ name }) => name),
          ),
        ),
      conflicts: (stop) => npmConflicts(context, stop),
    }),
    prepare: (upgrades, stop) =>
      prepareNpm(
        {
          workspace,
          scratch: context.scratch,
          settings: settings.npm,
          registry,
          published,
          isVulnerable,
          learn: consultation.learn,
          tools,
        },
        upgrades,
        stop,
      ),
  };
}

function whyUnmanaged({ differing, nodes }: NpmInventory, workspace: string): string | null {
  if (differing.length > 0)
    return `node_modules is not what package-lock.json says (${differing.slice(0, 3).join(', ')}): run npm ci.`;
  // A copy of a link would be none of what it leads to.
  const isLink = lstatSync(join(workspace, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() === true;
  if ([...nodes.keys()].some((place) => place.startsWith('..'))) return 'package-lock.json leads out of the workspace.';
  return isLink ? 'node_modules is a link: what it leads to could not be put back.' : null;
}

const treeSchema = z.object({ problems: z.array(z.string()).default([]) });

/** `npm ls` exits with 1 when it has found something, and its `problems` say what. */
async function npmConflicts({ workspace, tools }: LookContext, signal: AbortSignal): Promise<string[] | null> {
  const args = ['ls', '--all', '--json'];
  const { stdout } = await tools.run({ file: 'npm', args, cwd: workspace, timeoutMs: TIMEOUT_MS, signal });
  try {
    return treeSchema.parse(JSON.parse(stdout)).problems;
  } catch {
    // Not a tree: nothing is known.
    return null;
  }
}
