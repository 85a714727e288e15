import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseVersion, type Installed } from '../../../kernel/python/index.ts';
import type { MissingPackage } from '../requirements/compare.ts';
import type { RequirementSet } from '../requirements/wanted.ts';

/** The two files that an installation is made from. */
export interface InstallPlan {
  requirements: string;
  /** Pins everything that is installed at its version: whatever is missing comes, nothing else moves. */
  constraints: string;
}

/** Writes the plan: index options of the workspace's own files, the missing lines as they stand there, its constraints, and the pins. Pure but for looking where paths lead. */
export function planInstall(
  packages: readonly MissingPackage[],
  set: Pick<RequirementSet, 'options' | 'constraints'>,
  installed: Installed,
): InstallPlan {
  const options = [...new Set(set.options.map(optionLine))];
  const missing = new Set(packages.map(({ key }) => key));
  const pins = [...installed.distributions.values()]
    .filter(({ key, version }) => !missing.has(key) && parseVersion(version) !== null)
    .map(({ name, version }) => `${name}==${version}`);
  // Of two rules for one package both count; addresses and extras are not allowed in constraints.
  const own = set.constraints.filter(
    ({ requirement }) => requirement !== null && requirement.url === null && requirement.extras.length === 0,
  );
  return {
    requirements: lines([...options, ...packages.map(({ text }) => text)]),
    constraints: lines([...pins, ...own.map(({ text }) => text)]),
  };
}

const lines = (parts: readonly string[]): string => parts.map((part) => `${part}\n`).join('');

/** A folder of wheels counts from the file that names it. */
function optionLine({ text, name, value, folder }: RequirementSet['options'][number]): string {
  if (name !== '--find-links' || value === null || /^[a-z][a-z0-9+.-]+:/i.test(value)) return text;
  const path = resolve(folder, value);
  return existsSync(path) ? `--find-links ${JSON.stringify(join(path))}` : text;
}
