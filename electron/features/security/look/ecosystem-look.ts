import type { Ecosystem, PlannedUpgrade, SecurityPackage, SecuritySource } from '../../../../shared/model/security.ts';
import type { Consultation } from '../advisories/consult.ts';
import { isAffected } from '../advisories/is-affected.ts';
import type { Preparation } from '../apply/change/prepared.ts';
import type { Benchmarks } from '../apply/tests/bench.ts';
import type { InstalledPackage, Releases } from '../inventory/package.ts';
import { candidatesFor, type UpgradePlan } from '../plan/plan-upgrades.ts';
import type { VersionScheme } from '../versions/scheme.ts';

/** Everything known of one ecosystem at one time, and the way to change it. */
export interface EcosystemLook {
  ecosystem: Ecosystem;
  installed: readonly InstalledPackage[];
  keyOf(name: string): string;
  packages: SecurityPackage[];
  sources: SecuritySource[];
  plan: UpgradePlan;
  benchmarks(upgrades: readonly PlannedUpgrade[]): Benchmarks;
  /** Resolves upgrades against what is installed at that moment. Changes nothing. */
  prepare(upgrades: readonly PlannedUpgrade[], signal: AbortSignal): Promise<Preparation>;
}

/** A look at an ecosystem that is there, but cannot be read. */
export const brokenLook = (ecosystem: Ecosystem, reason: string): EcosystemLook => ({
  ecosystem,
  installed: [],
  keyOf: (name) => name,
  packages: [],
  sources: [{ name: `${ecosystem}-inventory`, ecosystem, state: 'could-not-check', reason, unchecked: [] }],
  plan: { upgrades: [], findings: [] },
  benchmarks: () => ({ probes: () => Promise.resolve([]), conflicts: () => Promise.resolve(null) }),
  prepare: () => Promise.resolve({ ok: false, reason }),
});

/** Packages as people see them, the vulnerable first. */
export function describePackages(
  scheme: VersionScheme,
  installed: readonly InstalledPackage[],
  consultation: Consultation,
  releases: Releases,
): SecurityPackage[] {
  const packages = installed.map((one): SecurityPackage => {
    const offered = releases.get(one.key) ?? null;
    const candidates = offered === null ? null : candidatesFor({ scheme }, one, offered);
    const latest = candidates?.at(-1);
    return {
      ecosystem: one.ecosystem,
      name: one.name,
      version: one.version,
      declared: one.declared,
      latest: candidates === null ? null : (latest?.version ?? one.version),
      latestAt: latest?.releasedAt ?? null,
      checked: consultation.checked(one),
      advisories: consultation.of(one).map(({ affected, ...advisory }) => ({
        ...advisory,
        fixedIn: candidates?.find(({ version }) => !isAffected(scheme, affected, version))?.version ?? null,
      })),
    };
  });
  return packages.sort((a, b) => Number(b.advisories.length > 0) - Number(a.advisories.length > 0) || (a.name < b.name ? -1 : 1));
}

/** What could be learnt of releases, as a source among others. */
export function indexStatus(
  name: 'pip-index' | 'npm-registry',
  ecosystem: Ecosystem,
  asked: readonly InstalledPackage[],
  releases: Releases,
  reason: string,
): SecuritySource {
  const unchecked = asked.filter(({ key }) => releases.get(key) === null).map((one) => one.name);
  const state = unchecked.length === 0 ? 'checked' : unchecked.length === asked.length ? 'could-not-check' : 'partial';
  return { name, ecosystem, state, reason: unchecked.length === 0 ? '' : reason, unchecked: [...new Set(unchecked)].sort() };
}
