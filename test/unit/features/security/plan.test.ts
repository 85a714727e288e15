import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Vulnerability } from '../../../../electron/features/security/advisories/advisory.ts';
import { isAffected } from '../../../../electron/features/security/advisories/is-affected.ts';
import type { InstalledPackage, Release } from '../../../../electron/features/security/inventory/package.ts';
import { planUpgrades, type PlanInput } from '../../../../electron/features/security/plan/plan-upgrades.ts';
import { pipScheme } from '../../../../electron/features/security/versions/pip-scheme.ts';

const DAY = 86_400_000;
const NOW = 1000 * DAY;
const release = (version: string, more: Partial<Release> = {}): Release => ({
  version,
  releasedAt: 0,
  yanked: false,
  installable: true,
  ...more,
});
const vulnerability = (id: string, fixed: string | null, introduced = '0'): Vulnerability => ({
  id,
  aliases: [],
  summary: '',
  severity: 'high',
  score: null,
  url: null,
  sources: ['osv'],
  affected: [
    {
      kind: 'events',
      events: [
        { kind: 'introduced', version: introduced },
        ...(fixed === null ? [] : [{ kind: 'fixed' as const, version: fixed }]),
      ],
    },
  ],
});
const one = (more: Partial<InstalledPackage> = {}): InstalledPackage => ({
  ecosystem: 'pip',
  name: 'p',
  key: 'p',
  version: '1.0',
  declared: true,
  fromIndex: true,
  demands: [],
  ...more,
});

function plan(installed: InstalledPackage, known: Vulnerability[], releases: Release[] | null, more: Partial<PlanInput> = {}) {
  return planUpgrades({
    scheme: pipScheme,
    packages: [installed],
    vulnerabilities: ({ version }) => known.filter(({ affected }) => isAffected(pipScheme, affected, version)),
    known: () => known,
    knows: () => true,
    releases: new Map([[installed.key, releases]]),
    index: 'pypi.org',
    policy: { outdated: 'declared', majors: 'ask', cooldownMs: 7 * DAY, now: NOW },
    isRefused: () => false,
    unmanaged: null,
    ...more,
  });
}

describe('a vulnerable package', () => {
  test('goes to the smallest version that is free of all its vulnerabilities', () => {
    const { upgrades } = plan(
      one(),
      [vulnerability('A', '1.1'), vulnerability('B', '1.2')],
      ['1.1', '1.2', '1.3'].map((v) => release(v)),
    );
    expect(upgrades).toMatchObject([{ to: '1.2', reason: 'security', clears: ['A', 'B'], major: false }]);
  });
  test('does not wait for a release to grow old', () => {
    expect(plan(one(), [vulnerability('A', '1.1')], [release('1.1', { releasedAt: NOW })]).upgrades).toHaveLength(1);
  });
  test('does not run into a vulnerability that it has not got today', () => {
    const known = [vulnerability('A', '1.1'), vulnerability('B', '1.2', '1.1')];
    expect(plan(one(), known, [release('1.1'), release('1.2')]).upgrades[0]?.to).toBe('1.2');
  });
  test('is freed of what can be cleared, and what cannot is told', () => {
    const { upgrades, findings } = plan(one(), [vulnerability('A', '1.1'), vulnerability('B', null)], [release('1.1')]);
    expect(upgrades).toMatchObject([{ to: '1.1', clears: ['A'] }]);
    expect(findings).toMatchObject([{ code: 'no-fix', advisories: ['B'] }]);
  });
  test('whose fix a requirement keeps out stays, and the requirement is named', () => {
    const demands = [
      { by: 'q 1.0', range: '<1.1', rewritable: false },
      { by: 'requirements.txt', range: '==1.0', rewritable: true },
    ];
    const { upgrades, findings } = plan(one({ demands }), [vulnerability('A', '1.1')], [release('1.1')]);
    expect(upgrades).toEqual([]);
    expect(findings).toMatchObject([{ code: 'blocked', detail: '1.1 — q 1.0: <1.1' }]);
  });
});

describe('a package that is only outdated', () => {
  test('waits until the release is seven days old, and for ever when nobody knows its age', () => {
    const young = [release('1.1', { releasedAt: NOW - 7 * DAY + 1 }), release('1.2', { releasedAt: null })];
    expect(plan(one(), [], young)).toMatchObject({ upgrades: [], findings: [{ code: 'too-young' }] });
    expect(plan(one(), [], [release('1.1', { releasedAt: NOW - 7 * DAY })]).upgrades).toMatchObject([
      { to: '1.1', reason: 'outdated' },
    ]);
  });
  test('stays in its major version where it can', () => {
    expect(plan(one(), [], [release('1.5'), release('2.0')]).upgrades).toMatchObject([{ to: '1.5', major: false }]);
    expect(plan(one(), [], [release('2.0')]).upgrades).toMatchObject([{ to: '2.0', major: true }]);
  });
  test('stays when nobody could say whether the release is vulnerable', () => {
    expect(plan(one(), [], [release('1.1')], { knows: () => false }).upgrades).toEqual([]);
  });
});

const version = fc.tuple(fc.nat(3), fc.nat(3), fc.constantFrom('', 'rc1', '.dev1')).map(([a, b, tail]) => `${a}.${b}${tail}`);

test('whatever is offered: never a downgrade, a yanked or uninstallable release, a pre-release for a release, or a version with a new vulnerability', () => {
  fc.assert(
    fc.property(
      version,
      fc.uniqueArray(
        fc.record({
          version,
          releasedAt: fc.option(fc.integer({ min: 0, max: NOW })),
          yanked: fc.boolean(),
          installable: fc.boolean(),
        }),
        { selector: ({ version: v }) => v, maxLength: 12 },
      ),
      fc.array(fc.tuple(version, fc.option(version)), { maxLength: 4 }),
      (from, releases, ranges) => {
        const known = ranges.map(([introduced, fixed], index) => vulnerability(`V${index}`, fixed, introduced));
        const affects = (v: string): string[] =>
          known.filter(({ affected }) => isAffected(pipScheme, affected, v)).map(({ id }) => id);
        const { upgrades, findings } = plan(one({ version: from }), known, releases);
        const before = affects(from);
        for (const { to, clears, reason } of upgrades) {
          const chosen = releases.find((candidate) => candidate.version === to);
          expect(pipScheme.compare(to, from)).toBeGreaterThan(0);
          expect(chosen).toMatchObject({ yanked: false, installable: true });
          expect(!pipScheme.isPrerelease(to) || pipScheme.isPrerelease(from)).toBe(true);
          expect(affects(to).filter((id) => !before.includes(id))).toEqual([]);
          expect(clears.filter((id) => affects(to).includes(id))).toEqual([]);
          if (reason === 'outdated') expect(NOW - (chosen?.releasedAt ?? NOW)).toBeGreaterThanOrEqual(7 * DAY);
        }
        // Every vulnerability is cleared or spoken of.
        const spoken = [...upgrades.flatMap(({ clears }) => clears), ...findings.flatMap(({ advisories }) => advisories)];
        expect(before.filter((id) => !spoken.includes(id))).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});
