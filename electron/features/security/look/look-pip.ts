import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { findOnPath, PIP_ENVIRONMENT, PIP_WORDS } from '../../../kernel/python/index.ts';
import type { AdvisorySource } from '../advisories/advisory.ts';
import { consult } from '../advisories/consult.ts';
import { isAffected } from '../advisories/is-affected.ts';
import { createPipAudit } from '../advisories/pip-audit.ts';
import { preparePip } from '../apply/change/prepare-pip.ts';
import { pythonProbes } from '../apply/tests/python-probes.ts';
import { findEnvironment, type PipEnvironment } from '../inventory/pip-environment.ts';
import { readPipInventory, type PipInventory } from '../inventory/pip-inventory.ts';
import { planUpgrades } from '../plan/plan-upgrades.ts';
import { pipScheme } from '../versions/pip-scheme.ts';
import { osvSources } from './advisory-sources.ts';
import { askForReleases } from './ask-for-releases.ts';
import { brokenLook, describePackages, type EcosystemLook } from './ecosystem-look.ts';
import type { LookContext } from './look-context.ts';

const DAY_MS = 86_400_000;
const TIMEOUT_MS = 120_000;

/** Looks at the Python packages; null: the workspace has none. */
export async function lookAtPip(context: LookContext): Promise<EcosystemLook | null> {
  const { workspace, settings, signal, runProcess } = context;
  const found = await findEnvironment({ workspace, settings: settings.pip, runProcess, signal });
  if (found.state === 'none') return (await usesPython(workspace)) ? brokenLook('pip', 'There is no Python.') : null;
  if (found.state === 'broken') return brokenLook('pip', found.reason);
  const { environment } = found;
  // A system's Python belongs to the workspace only where the workspace says that it needs something.
  if (!environment.facts.isVenv && settings.pip.python === '' && !(await usesPython(workspace))) return null;
  const read = (): Promise<PipInventory> => readPipInventory({ workspace, environment });
  const inventory = await read();
  return lookAtInventory(context, inventory, read);
}

async function usesPython(workspace: string): Promise<boolean> {
  for (const name of ['requirements.txt', 'pyproject.toml']) {
    if (
      await stat(join(workspace, name)).then(
        (one) => one.isFile(),
        () => false,
      )
    )
      return true;
  }
  return false;
}

async function lookAtInventory(
  context: LookContext,
  inventory: PipInventory,
  read: () => Promise<PipInventory>,
): Promise<EcosystemLook> {
  const { workspace, settings, clock, tools, signal } = context;
  const { environment, packages } = inventory;
  const index = await askForReleases(context, inventory);
  const outdated = (key: string): boolean => (index.releases.get(key) ?? []).length > 0;
  const consultation = await consult(
    pipScheme,
    sourcesOf(context, environment, inventory),
    packages,
    (vulnerable) => packages.filter(({ key }) => vulnerable.has(key) || outdated(key)).map(({ key }) => key),
    signal,
  );
  const isVulnerable = (key: string, version: string): boolean =>
    consultation.all(key).some(({ affected }) => isAffected(pipScheme, affected, version));
  const policy = {
    outdated: context.securityOnly ? ('off' as const) : settings.outdated,
    majors: settings.majors,
    cooldownMs: settings.cooldownDays * DAY_MS,
    now: clock.now(),
  };
  const plan = planUpgrades({
    scheme: pipScheme,
    packages,
    vulnerabilities: consultation.of,
    known: consultation.all,
    knows: consultation.knows,
    releases: index.releases,
    index: index.host,
    policy,
    isRefused: (key, version) => context.isRefused('pip', key, version, packages),
    unmanaged: environment.unmanaged,
  });
  const problems = inventory.problems;
  const sources = [...consultation.sources, index.status];
  if (problems.length > 0) {
    sources.push({
      name: 'pip-inventory',
      ecosystem: 'pip',
      state: 'partial',
      reason: problems.slice(0, 5).join('; '),
      unchecked: [],
    });
  }
  return {
    ecosystem: 'pip',
    installed: packages,
    keyOf: pipScheme.nameKey,
    packages: describePackages(pipScheme, packages, consultation, index.releases),
    sources,
    plan,
    benchmarks: (upgrades) => ({
      probes: async () =>
        pythonProbes(workspace, await read(), new Set(upgrades.map(({ name }) => pipScheme.nameKey(name))), settings.tests),
      conflicts: (stop) => pipConflicts(context, environment, stop),
    }),
    async prepare(upgrades, stop) {
      const change = {
        workspace,
        scratch: context.scratch,
        settings: settings.pip,
        indexVariables: index.variables,
        inventory: await read(),
        files: index.files,
        isVulnerable,
        learn: consultation.learn,
        tools,
      };
      return preparePip(change, upgrades, stop);
    },
  };
}

function sourcesOf(context: LookContext, { python }: PipEnvironment, { packages }: PipInventory): AdvisorySource[] {
  const { settings, tools } = context;
  const sources = osvSources(context, pipScheme);
  if (!settings.pip.audit) return sources;
  const program = findOnPath(process.platform === 'win32' ? ['pip-audit.exe'] : ['pip-audit'], process.env);
  const isInside = packages.some(({ key }) => key === 'pip-audit');
  const command = isInside ? ([python, '-I', '-B', '-m', 'pip_audit'] as const) : program === null ? null : ([program] as const);
  if (command !== null) sources.push(createPipAudit({ scheme: pipScheme, tools, command, python }));
  return sources;
}

/** `pip check` exits with 1 when it has found something, and its lines say what. */
async function pipConflicts(
  { workspace, tools }: LookContext,
  { python }: PipEnvironment,
  signal: AbortSignal,
): Promise<string[] | null> {
  const args = [...PIP_WORDS, 'check'];
  const env = PIP_ENVIRONMENT;
  const { ok, code, stdout } = await tools.run({ file: python, args, cwd: workspace, env, timeoutMs: TIMEOUT_MS, signal });
  if (ok) return [];
  return code === 1 && stdout.trim() !== '' ? stdout.trim().split('\n') : null;
}
