import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SecuritySettings } from '../../../../../shared/model/settings.ts';
import type { Distribution } from '../../../../kernel/python/index.ts';
import type { PipInventory } from '../../inventory/pip-inventory.ts';
import type { Probe } from './bench.ts';

const SCRIPT = 'import importlib, sys; importlib.import_module(sys.argv[1])';
const IDENTIFIER = /^[A-Za-z_]\w*$/;
const MODULE = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;
/** Scripts by custom: importing them does what they are for. */
const NOT_MODULES = new Set(['setup', 'conftest', 'manage', 'noxfile', 'fabfile', 'tasks']);

/** What must be importable: what the workspace declares, what is in `others`, and the workspace's own top-level modules. */
export async function pythonProbes(
  workspace: string,
  { packages, distributions, environment }: PipInventory,
  others: ReadonlySet<string>,
  settings: SecuritySettings['tests'],
): Promise<Probe[]> {
  const wanted = packages.filter(({ key, declared }) => declared || others.has(key));
  const ofPackages = await Promise.all(
    wanted.map(async ({ key }) => {
      const distribution = distributions.get(key);
      return distribution === undefined ? [] : topLevelOf(distribution);
    }),
  );
  const names = new Set([
    ...ofPackages.flat(),
    ...(await modulesOf(workspace)),
    ...settings.modules.filter((name) => MODULE.test(name)),
  ]);
  for (const name of settings.skip) names.delete(name);
  return [...names].sort().map((name) => ({ name, file: environment.python, args: ['-c', SCRIPT, name] }));
}

/** Names under which a distribution's modules are imported, by its own record. */
export async function topLevelOf({ path }: Pick<Distribution, 'path'>): Promise<string[]> {
  const listed = await textOf(join(path, 'top_level.txt'));
  if (listed !== null) return listed.split(/\s+/).filter((name) => IDENTIFIER.test(name) && !name.startsWith('_'));
  const record = (await textOf(join(path, 'RECORD'))) ?? '';
  const names = new Set<string>();
  for (const line of record.split('\n')) {
    const [first = '', second] = line.split(',')[0]?.split('/') ?? [];
    const name =
      second === undefined
        ? /^(\w+)(?:\.[\w-]+)*\.(?:py|so|pyd)$/.exec(first)?.[1]
        : second === '__init__.py'
          ? first
          : undefined;
    if (name !== undefined && IDENTIFIER.test(name) && !name.startsWith('_')) names.add(name);
  }
  return [...names];
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    // Not every distribution has it.
    return null;
  }
}

async function modulesOf(workspace: string): Promise<string[]> {
  const entries = await readdir(workspace, { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      if (entry.isFile()) return /^([A-Za-z_]\w*)\.py$/.exec(entry.name)?.[1] ?? null;
      const isPackage =
        entry.isDirectory() && IDENTIFIER.test(entry.name) && (await textOf(join(workspace, entry.name, '__init__.py'))) !== null;
      return isPackage ? entry.name : null;
    }),
  );
  return found.filter((name) => name !== null && !NOT_MODULES.has(name)) as string[];
}
