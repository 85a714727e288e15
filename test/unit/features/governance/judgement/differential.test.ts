import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeBlueprint, judgePermission } from '../../../../../electron/features/governance/judgement/index.ts';
import { asOriginal, blueprint, changed, immuneBlueprint, permission, withFrontMatter } from '../support/documents.ts';

const JUDGE = join(import.meta.dirname, '../../../../fixtures/governance/judge.py');
const hasJudge = spawnSync('python3', ['-c', 'import yaml']).status === 0;

interface Case {
  kind: 'blueprint' | 'permission';
  text: string;
}

const verdictsOfOther = (cases: readonly Case[]): string[] => {
  const input = `${cases.map((one) => JSON.stringify(one)).join('\n')}\n`;
  const { stdout, stderr } = spawnSync('python3', [JUDGE], { input, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (stderr !== '') throw new Error(stderr);
  return stdout.trimEnd().split('\n');
};

const keysOf = (data: object, prefix = ''): string[] =>
  Object.entries(data).flatMap(([key, value]) => {
    const path = `${prefix}${key}`;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? [path, ...keysOf(value as object, `${path}.`)]
      : [path];
  });

const value = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    '',
    ' ',
    '\t',
    [],
    {},
    [''],
    [null],
    [0],
    [false],
    ['x'],
    0,
    1,
    -1,
    0.5,
    true,
    false,
    'permanent',
    ' Permanent ',
    'low',
    'none',
    '2026-01-01',
    'yes',
    '12:30',
    '1_0',
  ),
  fc.string({ maxLength: 8 }),
  fc.integer(),
);
const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(true, false).chain((isBlueprint) => {
    const base = isBlueprint ? blueprint : permission;
    return fc.tuple(fc.constantFrom(...keysOf(base)), value).map(([key, item]): Case => ({ kind: isBlueprint ? 'blueprint' : 'permission', text: withFrontMatter(changed(base, key, item)) }));
  }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('blueprint' as const, 'permission' as const), text: fc.array(fc.constantFrom('---', '--- ', '----', 'a: 1', '', ' ', '\r', 'b:', '- x', '  c: 2', '# no', 'd: "'), { maxLength: 8 }).map((lines) => lines.join('\n')) }) },
  { weight: 1, arbitrary: fc.nat(immuneBlueprint.length).map((at): Case => ({ kind: 'blueprint', text: immuneBlueprint.slice(0, at) })) },
  { weight: 2, arbitrary: fc.tuple(fc.nat(3000), fc.constantFrom('', ' ', ':', '"', '- ', '#')).map(([at, put]): Case => ({ kind: 'blueprint', text: immuneBlueprint.slice(0, at) + put + immuneBlueprint.slice(at + 1) })) },
); // prettier-ignore

test.skipIf(!hasJudge)(
  'an independent judge with another YAML parser comes to the same verdicts on thousands of documents',
  () => {
    const cases = fc.sample(text, { numRuns: 4000, seed: 20260215 });
    const theirs = verdictsOfOther(cases);
    const differing = cases.flatMap((one, at) => {
      const ours =
        one.kind === 'blueprint'
          ? judgeBlueprint(one.text, asOriginal).verdict
          : judgePermission(one.text, asOriginal).judgement.verdict;
      return ours === theirs[at] ? [] : [{ ...one, ours, theirs: theirs[at] }];
    });
    expect(theirs).toHaveLength(cases.length);
    expect(differing).toEqual([]);
  },
);

test('one breach of YAML that the original forgives is refused: a quotation that goes on left of its key', () => {
  const text = immuneBlueprint.replace('"AAOS-Immune-System"', '"AAOS\nImmune-System"');
  expect(judgeBlueprint(text, asOriginal)).toMatchObject({ verdict: 'Non-Canonical', findings: [{ line: 2 }] });
});
