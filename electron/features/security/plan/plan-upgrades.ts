import type { PlannedUpgrade, SecurityFinding } from '../../../../shared/model/security.ts';
import type { Vulnerability } from '../advisories/advisory.ts';
import { isAffected } from '../advisories/is-affected.ts';
import { bySeverity } from '../advisories/severity.ts';
import type { InstalledPackage, Release, Releases } from '../inventory/package.ts';
import type { VersionScheme } from '../versions/scheme.ts';

/** Everything that the plan depends on. */
export interface PlanInput {
  scheme: VersionScheme;
  packages: readonly InstalledPackage[];
  /** Vulnerabilities of a package as it is installed. */
  vulnerabilities: (one: InstalledPackage) => readonly Vulnerability[];
  /** All that are known of it, whatever the version. */
  known: (key: string) => readonly Vulnerability[];
  /** Whether other versions than the installed could be asked about. */
  knows: (key: string) => boolean;
  releases: Releases;
  /** Where the releases come from, for people. */
  index: string;
  policy: { outdated: 'off' | 'declared' | 'all'; majors: 'ask' | 'report'; cooldownMs: number; now: number };
  /** Whether this version was tried, failed, and nothing has changed since. */
  isRefused: (key: string, version: string) => boolean;
  /** Why nothing may be changed; null: it may. */
  unmanaged: string | null;
}

export interface UpgradePlan {
  /** Security first, the worst first. */
  upgrades: PlannedUpgrade[];
  findings: SecurityFinding[];
}

/** Decides what is upgraded to what, and what cannot be. Pure. Never a downgrade, a yanked release, or a pre-release for a release. */
export function planUpgrades(input: PlanInput): UpgradePlan {
  const plan: UpgradePlan = { upgrades: [], findings: [] };
  const ranked = input.packages
    .map((one) => ({ one, vulnerabilities: [...input.vulnerabilities(one)].sort(bySeverity) }))
    .sort((a, b) => rank(a.vulnerabilities, b.vulnerabilities) || (a.one.key < b.one.key ? -1 : a.one.key > b.one.key ? 1 : 0));
  for (const { one, vulnerabilities } of ranked) {
    if (vulnerabilities.length > 0) planSecurity(input, plan, one, vulnerabilities);
    else if (isWanted(input, one)) planOutdated(input, plan, one);
  }
  return plan;
}

function rank(a: readonly Vulnerability[], b: readonly Vulnerability[]): number {
  const [left, right] = [a[0], b[0]];
  if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
  return bySeverity(left, right);
}

const isWanted = ({ policy, unmanaged }: PlanInput, one: InstalledPackage): boolean =>
  unmanaged === null && one.fromIndex && (policy.outdated === 'all' || (policy.outdated === 'declared' && one.declared));

/** Newer releases that could be installed, in the order of their versions. */
export function candidatesFor(
  { scheme }: Pick<PlanInput, 'scheme'>,
  one: InstalledPackage,
  releases: readonly Release[],
): Release[] {
  if (!scheme.isValid(one.version)) return [];
  const takesPrereleases = scheme.isPrerelease(one.version);
  return releases
    .filter(({ version, yanked, installable }) => !yanked && installable && scheme.isValid(version))
    .filter(({ version }) => scheme.compare(version, one.version) > 0 && (takesPrereleases || !scheme.isPrerelease(version)))
    .sort((a, b) => scheme.compare(a.version, b.version));
}

function planSecurity(
  input: PlanInput,
  plan: UpgradePlan,
  one: InstalledPackage,
  vulnerabilities: readonly Vulnerability[],
): void {
  const find = (code: SecurityFinding['code'], detail: string, concerned: readonly Vulnerability[] = vulnerabilities): void => {
    plan.findings.push(
      finding(
        one,
        code,
        detail,
        concerned.map(({ id }) => id),
      ),
    );
  };
  if (input.unmanaged !== null) return find('unmanaged', input.unmanaged);
  if (!one.fromIndex) return find('not-from-index', '');
  const releases = input.releases.get(one.key) ?? null;
  if (releases === null) return find('unknown-releases', '');
  const { scheme } = input;
  const candidates = candidatesFor(input, one, releases);
  const allowed = candidates.filter(({ version }) => blockersOf(scheme, one, version).length === 0);
  const clears = (vulnerability: Vulnerability, { version }: Release): boolean =>
    !isAffected(scheme, vulnerability.affected, version);
  const isFixedIn = (list: readonly Release[]) => (vulnerability: Vulnerability) =>
    list.some((release) => clears(vulnerability, release));
  const fixable = vulnerabilities.filter(isFixedIn(allowed));
  const blocked = vulnerabilities.filter(
    (vulnerability) => !fixable.includes(vulnerability) && isFixedIn(candidates)(vulnerability),
  );
  const unfixed = vulnerabilities.filter((vulnerability) => !fixable.includes(vulnerability) && !blocked.includes(vulnerability));
  if (unfixed.length > 0) find('no-fix', '', unfixed);
  if (blocked.length > 0) find('blocked', blockedBy(input, one, candidates, blocked), blocked);
  if (fixable.length === 0) return;
  // Never out of the frying pan: whatever it is not affected by today, it must not be affected by tomorrow.
  const isClean = (release: Release): boolean =>
    fixable.every((vulnerability) => clears(vulnerability, release)) &&
    input.known(one.key).every((other) => vulnerabilities.some(({ id }) => id === other.id) || clears(other, release));
  const clean = allowed.filter(isClean);
  const target = clean.find(({ version }) => !input.isRefused(one.key, version));
  if (target === undefined)
    return clean.length > 0 ? find('refused', clean[0]?.version ?? '', fixable) : find('no-fix', '', fixable);
  plan.upgrades.push(upgrade(input, one, target, 'security', fixable));
}

function planOutdated(input: PlanInput, plan: UpgradePlan, one: InstalledPackage): void {
  const { scheme, policy } = input;
  const releases = input.releases.get(one.key) ?? null;
  if (releases === null || !input.knows(one.key)) return;
  const allowed = candidatesFor(input, one, releases).filter(
    ({ version }) =>
      blockersOf(scheme, one, version).length === 0 &&
      !input.isRefused(one.key, version) &&
      input.known(one.key).every(({ affected }) => !isAffected(scheme, affected, version)),
  );
  const isOldEnough = ({ releasedAt }: Release): boolean => releasedAt !== null && policy.now - releasedAt >= policy.cooldownMs;
  const ripe = allowed.filter(isOldEnough);
  const minor = ripe.findLast(({ version }) => !scheme.isMajor(one.version, version));
  const target = minor ?? ripe.at(-1);
  if (minor === undefined && target !== undefined && policy.majors === 'report') {
    plan.findings.push(finding(one, 'major', target.version, []));
  } else if (target !== undefined) plan.upgrades.push(upgrade(input, one, target, 'outdated', []));
  else if (allowed.length > 0) plan.findings.push(finding(one, 'too-young', allowed.at(-1)?.version ?? '', []));
}

/** Requirements that keep a version out. */
const blockersOf = (scheme: VersionScheme, one: InstalledPackage, version: string): string[] =>
  one.demands
    .filter((demand) => !demand.rewritable && !scheme.allows(demand.range, version))
    .map(({ by, range }) => `${by}: ${range}`);

function blockedBy(
  { scheme }: PlanInput,
  one: InstalledPackage,
  candidates: readonly Release[],
  blocked: readonly Vulnerability[],
): string {
  const fix = candidates.find(({ version }) => blocked.every(({ affected }) => !isAffected(scheme, affected, version)));
  if (fix === undefined) return '';
  return `${fix.version} — ${[...new Set(blockersOf(scheme, one, fix.version))].join(', ')}`;
}

const finding = (
  { ecosystem, name, version }: InstalledPackage,
  code: SecurityFinding['code'],
  detail: string,
  advisories: string[],
): SecurityFinding => ({ ecosystem, name, version, code, detail, advisories });

const upgrade = (
  { scheme, index }: PlanInput,
  { ecosystem, name, version: from }: InstalledPackage,
  { version: to, releasedAt }: Release,
  reason: 'security' | 'outdated',
  fixed: readonly Vulnerability[],
): PlannedUpgrade => ({
  ecosystem,
  name,
  from,
  to,
  reason,
  major: scheme.isMajor(from, to),
  clears: fixed.map(({ id }) => id),
  source: reason === 'security' ? [...new Set(fixed.flatMap(({ sources }) => sources))].join(', ') : index,
  releasedAt,
});
