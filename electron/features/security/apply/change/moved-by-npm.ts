import type { PlannedUpgrade } from '../../../../../shared/model/security.ts';
import type { NpmInventory } from '../../inventory/npm-inventory.ts';
import { npmScheme } from '../../versions/npm-scheme.ts';
import type { NpmChangeContext } from './npm-calls.ts';
import { dependency } from './prepared.ts';

/** Names of packages that are there in versions in which they were not there before. */
export const newPackages = (before: NpmInventory, after: NpmInventory): string[] => {
  const known = new Set(before.packages.map(({ name, version }) => `${name} ${version}`));
  return [...new Set(after.packages.filter(({ name, version }) => !known.has(`${name} ${version}`)).map(({ name }) => name))];
};

/** Packages that npm moved to complete the lock: only up, to nothing vulnerable, or nothing moves at all. */
export function movedByNpm(
  { isVulnerable }: Pick<NpmChangeContext, 'isVulnerable'>,
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
    moved.push(dependency('npm', name, from, version));
  }
  return { ok: true, upgrades: moved };
}
