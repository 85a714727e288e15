import { expect, test } from 'vitest';
import {
  blocks,
  exitCodeOf,
  judgeBlueprint,
  judgePermission,
} from '../../../../../electron/features/governance/judgement/index.ts';
import {
  asOriginal,
  asOurselves,
  blueprint,
  changed,
  immuneBlueprint,
  NOW,
  permission,
  withFrontMatter,
} from '../support/documents.ts';

test('the immune system’s own blueprint is Canonical, by the original’s rules and by ours', () => {
  for (const context of [asOriginal, asOurselves, { ...asOurselves, official: true }]) {
    expect(judgeBlueprint(immuneBlueprint, context)).toEqual({ verdict: 'Canonical', findings: [], bootstrap: false });
  }
});

test('a blueprint and a request in which nothing is wrong are Canonical', () => {
  expect(judgeBlueprint(withFrontMatter(blueprint), asOurselves)).toMatchObject({ verdict: 'Canonical', findings: [] });
  expect(judgePermission(withFrontMatter(permission), asOurselves)).toMatchObject({
    judgement: { verdict: 'Canonical', findings: [] },
    request: { requester: 'scout', risk: 'low', expires: Date.UTC(2026, 1, 21), emergency: false },
  });
});

test.each([
  ['a missing file', null],
  ['a file without front matter', '# Title\n'],
  ['front matter that does not end', '---\nname: x\n'],
  ['front matter whose end has no line break', '---\nname: x\n---'],
  ['YAML that does not parse', '---\nname: [\n---\n'],
  ['a list in place of keys', '---\n- a\n---\n'],
  [
    'a bomb of aliases',
    `---\na: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c]\n---\n`,
  ],
  ['a tag that means code', '---\nname: !!python/object/apply:os.system [ls]\n---\n'],
])('%s is Non-Canonical', (_name, text) => {
  expect(judgeBlueprint(text, asOriginal).verdict).toBe('Non-Canonical');
  expect(judgePermission(text, asOriginal)).toMatchObject({ judgement: { verdict: 'Non-Canonical' }, request: null });
});

test.each([
  'name', 'version', 'scope', 'created', 'status', 'natural_dissolution.purpose', 'natural_dissolution.termination_conditions',
  'natural_dissolution.dissolution_steps', 'resource_limits.max_files', 'resource_limits.max_folders', 'inquisitor.required',
  'inquisitor.audit_log', 'canon_reference', 'meta_doctrine_reference', 'immune_doctrine_reference', 'inquisitor_reference', 'audit_log_reference',
])('a blueprint without %s is conditional, and the finding names it', (key) => {
  for (const value of [undefined, null, '  ', []]) {
    if (key === 'inquisitor.required' && value !== undefined && value !== null) continue;
    const judgement = judgeBlueprint(withFrontMatter(changed(blueprint, key, value)), asOriginal);
    expect(judgement.verdict).toBe('Canonical-Conditional');
    expect(judgement.findings).toMatchObject([{ rule: 'constitution', key }]);
  }
}); // prettier-ignore

test('a blueprint that only fills the schema with empty values is not Canonical', () => {
  const hollow = {
    ...blueprint,
    natural_dissolution: { purpose: ' ', termination_conditions: ['', ' '], dissolution_steps: [null] },
  };
  const judgement = judgeBlueprint(withFrontMatter(hollow), asOriginal);
  expect(judgement.verdict).toBe('Canonical-Conditional');
  expect(judgement.findings).toHaveLength(3);
});

test.each([
  [30, true], ['30', false], [1.5, false], ['permanent', false], ['forever', false],
])('retention.max_days %s is fine: %s', (days, fine) => {
  const text = withFrontMatter(changed(blueprint, 'natural_dissolution.retention.max_days', days));
  expect(judgeBlueprint(text, asOriginal).verdict).toBe(fine ? 'Canonical' : 'Canonical-Conditional');
}); // prettier-ignore

test('a finding points at the line of its key', () => {
  const text = '---\nname: x\nresource_limits:\n  max_files: -3\n---\n';
  const finding = judgeBlueprint(text, asOriginal).findings.find(({ key }) => key === 'resource_limits.max_files');
  expect(finding).toMatchObject({ line: 4, message: 'Must be a positive number, got: -3' });
});

test.each<[string, string, unknown, unknown]>([
  ['placeholder', 'name', '<structure-name>', 'x'],
  ['placeholder', 'natural_dissolution.purpose', 'TODO', 'x'],
  ['invalidDate', 'created', '2026-02-30', '2026-02-28'],
  ['invalidDate', 'created', 'yesterday', '2026-02-28'],
])('%s: a blueprint with %s = %s is conditional by a rule that can be switched off', (rule, key, bad, good) => {
  const text = withFrontMatter(changed(blueprint, key, bad));
  expect(judgeBlueprint(text, asOriginal).verdict).toBe('Canonical');
  expect(judgeBlueprint(text, asOurselves)).toMatchObject({ verdict: 'Canonical-Conditional', findings: [{ rule, key }] });
  const refusing = { ...asOurselves, rules: { ...asOurselves.rules, [rule]: 'refuse' as const } };
  expect(judgeBlueprint(text, refusing).verdict).toBe('Non-Canonical');
  expect(judgeBlueprint(withFrontMatter(changed(blueprint, key, good)), asOurselves).verdict).toBe('Canonical');
});

test('a reference that leads nowhere, a doubled key and a promotion without record are conditional', () => {
  const exists = (reference: string): boolean => reference !== 'METADoctrine.md';
  expect(judgeBlueprint(withFrontMatter(blueprint), { ...asOurselves, exists }).findings).toMatchObject([
    { rule: 'missingReference', key: 'meta_doctrine_reference' },
  ]);
  const doubled = withFrontMatter(blueprint).replace('---\n', '---\nname: other\n');
  expect(judgeBlueprint(doubled, asOurselves).findings).toMatchObject([{ rule: 'duplicateKey', key: 'name' }]);
  expect(judgeBlueprint(withFrontMatter(blueprint), { ...asOurselves, official: true }).findings).toMatchObject([
    { rule: 'missingConsensus' },
  ]);
  const alone = {
    ...blueprint,
    dna_promotion: { approved_by: 'A person', consensus: { required: true, minimum_agents: 2, agents: ['one'] } },
  };
  expect(judgeBlueprint(withFrontMatter(alone), { ...asOurselves, official: true }).findings).toMatchObject([
    { rule: 'missingConsensus' },
  ]);
});

test('an expired request is refused, on the last day it is not', () => {
  const until = (expires: string): string =>
    judgePermission(withFrontMatter(changed(permission, 'time_bound.expires', expires)), asOurselves).judgement.verdict;
  expect(until('2026-02-15')).toBe('Canonical');
  expect(until('2026-02-14')).toBe('Non-Canonical');
  expect(until('2026-02-15T11:59:59Z')).toBe('Non-Canonical');
  expect(
    judgePermission(withFrontMatter(changed(permission, 'time_bound.expires', '2020-01-01')), asOriginal).judgement.verdict,
  ).toBe('Canonical');
});

test('a request without constraints or of unknown risk is conditional, and an unknown risk counts as high', () => {
  expect(judgePermission(withFrontMatter(changed(permission, 'constraints', undefined)), asOurselves).judgement.verdict).toBe(
    'Canonical-Conditional',
  );
  const unknown = judgePermission(withFrontMatter(changed(permission, 'risk_level', 'none')), asOurselves);
  expect(unknown).toMatchObject({ judgement: { verdict: 'Canonical-Conditional' }, request: { risk: 'high' } });
});

test('the immune system is never Non-Canonical, whatever its file says, and nobody else gets its exception by saying so', () => {
  for (const text of [null, '', '---\n[\n---\n', withFrontMatter({ ...blueprint, name: '<name>' })]) {
    const rules = { ...asOurselves.rules, placeholder: 'refuse' as const };
    expect(judgeBlueprint(text, { now: NOW, rules, bootstrap: true })).toMatchObject({
      verdict: 'Canonical-Conditional',
      bootstrap: true,
    });
  }
  const impostor = immuneBlueprint.replace('status: canonical', 'status: [');
  expect(judgeBlueprint(impostor, asOurselves).verdict).toBe('Non-Canonical');
});

test('exit codes are the original’s, and strict mode blocks the conditional too', () => {
  expect([exitCodeOf('Canonical'), exitCodeOf('Canonical-Conditional'), exitCodeOf('Non-Canonical')]).toEqual([0, 2, 1]);
  expect([
    blocks('Canonical-Conditional', false),
    blocks('Canonical-Conditional', true),
    blocks('Canonical', true),
    blocks('Non-Canonical', false),
  ]).toEqual([false, true, false, true]);
});

test('hostile texts are judged in no time', () => {
  const started = performance.now();
  judgeBlueprint(`---${'\n'.repeat(500_000)}`, asOriginal);
  judgeBlueprint(`---\na: ${'['.repeat(100_000)}\n---\n`, asOriginal);
  expect(performance.now() - started).toBeLessThan(5000);
});
