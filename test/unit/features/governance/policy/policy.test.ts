import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { locate } from '../../../../../electron/features/governance/constitution/index.ts';
import { compilePolicy, decide } from '../../../../../electron/features/governance/policy/index.ts';
import type { Act } from '../../../../../electron/kernel/ports/audit.ts';
import { defaultSettings, type ActRule, type GovernanceSettings } from '../../../../../shared/model/settings.ts';

const act = (type: string, paths: readonly string[] = [], actor = 'nightguard (watch)'): Act => ({
  type,
  target: 'x',
  actor,
  paths,
});
const rule = (effect: ActRule['effect'], over: Partial<ActRule> = {}): ActRule => ({
  name: effect,
  effect,
  types: [],
  paths: [],
  actors: [],
  reason: '',
  ...over,
});
const policyWith = (rules: ActRule[], over: Partial<GovernanceSettings> = {}, hasConstitution = true) => {
  const settings = { ...defaultSettings().governance, rules, ...over };
  return compilePolicy(settings, locate(join('/', 'ws'), settings), hasConstitution);
};

test('silent acts are allowed, large ones ask, and what nobody has thought of asks', () => {
  const policy = policyWith([]);
  for (const type of ['update.apply', 'rollback.apply', 'healing.clear-cache', 'environment.install-package']) {
    expect(decide(policy, act(type, ['libs/a.py']))).toMatchObject({ effect: 'allow', rule: 'silent acts' });
  }
  for (const type of ['security.upgrade-major', 'annealing.apply-patch', 'update.apply-held', 'dissolution.run']) {
    expect(decide(policy, act(type, ['libs/a.py']))).toMatchObject({ effect: 'ask', procedure: 'person' });
  }
  expect(decide(policy, act('never.heard-of'))).toMatchObject({ effect: 'ask', rule: 'no rule' });
});

test.each([
  'README.md',
  'METADoctrine.md',
  '02_AAOS-Immune_system/DNA.md',
  '02_aaos-immune_SYSTEM/x/y.py',
  'nightguard.yaml',
  '.nightguard/state.db',
])('an update of %s needs the meta procedure, even when a rule allows it', (path) => {
  const policy = policyWith([rule('allow')]);
  expect(decide(policy, act('update.apply', ['libs/a.py', path]))).toMatchObject({ effect: 'ask', procedure: 'meta' });
});

test('a person may edit other settings through a door of ours, nobody else may', () => {
  const policy = policyWith([]);
  expect(decide(policy, act('settings.change', ['nightguard.yaml'], 'person (panel)')).effect).toBe('allow');
  expect(decide(policy, act('settings.change', ['nightguard.yaml'], 'nightguard'))).toMatchObject({ procedure: 'meta' });
  expect(decide(policy, act('settings.change', ['nightguard.yaml', 'README.md'], 'person (panel)'))).toMatchObject({
    procedure: 'meta',
  });
  expect(decide(policy, act('settings.change-governance', ['nightguard.yaml'], 'person (panel)'))).toMatchObject({
    procedure: 'meta',
  });
});

test.each([
  '02_AAOS-Immune_system/AUDIT_LOG.md', '02_AAOS-Immune_system', 'anywhere/audit_log.md', 'a/META_AUDIT_LOG.MD', '02_AAOS-IMMUNE_SYSTEM/Audit_Log.md',
])('nothing may touch the audit log: %s, whatever the rules say', (path) => {
  const policy = policyWith([rule('allow', { paths: ['**'] }), rule('allow')]);
  expect(decide(policy, act('update.apply', [path], 'person (panel)'))).toMatchObject({ effect: 'deny', rule: 'audit log' });
}); // prettier-ignore

test.each([
  '../x',
  '/etc/passwd',
  'a/../02_AAOS-Immune_system/AUDIT_LOG.md',
  'a//b',
  './a',
  'a\\b',
  '',
  'AUDIT_LOG.md.',
  'AUDIT_LOG.md::$DATA',
  'AUDIT\u200b_LOG.md',
])('an act on the path %j is denied: it leads elsewhere than it says', (path) => {
  expect(decide(policyWith([rule('allow')]), act('update.apply', [path])).effect).toBe('deny');
});

test('an allow must cover every file, several may do so together, and a deny or ask needs only one', () => {
  const own = [rule('allow', { types: ['x.*'], paths: ['docs/**'] }), rule('allow', { types: ['x.*'], paths: ['*.txt'] })];
  const policy = policyWith(own);
  expect(decide(policy, act('x.y', ['docs/a.md', 'b.txt'])).effect).toBe('allow');
  expect(decide(policy, act('x.y', ['docs/a.md', 'src/c.py'])).effect).toBe('ask');
  expect(decide(policy, act('x.y', ['DOCS/a.md'])).effect).toBe('ask');
  expect(decide(policy, act('x.y', [])).effect).toBe('ask');
  const denying = policyWith([...own, rule('deny', { paths: ['docs/secret/**'] })]);
  expect(decide(denying, act('x.y', ['docs/a.md', 'Docs/SECRET/k'])).effect).toBe('deny');
});

test('odd but honest names are ordinary files', () => {
  const honest = ['notes: a.md', '할 일.', 'a\u200bb.md', 'AUDIT_LOG.md.bak', 'x/.hidden', 'a /b'];
  expect(decide(policyWith([]), act('update.apply', honest)).effect).toBe('allow');
});

test('a README.md is guarded only where there is a constitution; the immune system’s place always is', () => {
  const without = policyWith([], {}, false);
  expect(decide(without, act('update.apply', ['README.md'])).effect).toBe('allow');
  expect(decide(without, act('update.apply', ['02_AAOS-Immune_system/DNA.md']))).toMatchObject({ procedure: 'meta' });
});

test('a file is the same file in both Unicode spellings', () => {
  const policy = policyWith([rule('deny', { paths: ['한글/**'] })]);
  expect(decide(policy, act('update.apply', ['한글/가.md'.normalize('NFD')])).effect).toBe('deny');
});

const names = fc.constantFrom('update.apply', 'agent.tool', 'security.upgrade-major', 'x.y');
const paths = fc.subarray(['libs/a.py', 'docs/b.md', 'data/c.json']);
const anyRule = fc.record({
  name: fc.string(),
  effect: fc.constantFrom('allow' as const, 'ask' as const, 'deny' as const),
  types: fc.subarray(['update.*', 'agent.*', '*', 'x.y']),
  paths: fc.subarray(['libs/**', '*.md', '**', 'data/']),
  actors: fc.subarray(['nightguard *', 'agent *', '*']),
  reason: fc.constant(''),
});

test('no order of rules lets an allow override a deny or an ask, and no allow that is added makes a deny weaker', () => {
  const strength = { allow: 0, ask: 1, deny: 2 };
  fc.assert(
    fc.property(
      fc.array(anyRule, { maxLength: 12 }),
      anyRule,
      names,
      paths,
      fc.constantFrom('nightguard (watch)', 'agent scout'),
      (rules, extra, type, touched, actor) => {
        const asked = act(type, touched, actor);
        const before = decide(policyWith(rules), asked).effect;
        const shuffled = rules.toReversed();
        expect(decide(policyWith(shuffled), asked).effect).toBe(before);
        const after = decide(policyWith([{ ...extra, effect: 'allow' }, ...rules, { ...extra, effect: 'allow' }]), asked).effect;
        if (before === 'deny') expect(after).toBe('deny');
        const denied = decide(
          policyWith([...rules, { ...extra, effect: 'deny', types: [], paths: [], actors: [] }]),
          asked,
        ).effect;
        expect(denied).toBe('deny');
        const asking = decide(
          policyWith([{ ...extra, effect: 'ask', types: [], paths: [], actors: [] }, ...rules, rule('allow')]),
          asked,
        ).effect;
        expect(strength[asking]).toBeGreaterThanOrEqual(strength.ask);
      },
    ),
    { numRuns: 300 },
  );
});
