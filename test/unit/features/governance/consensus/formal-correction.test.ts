import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { proveFormalCorrection } from '../../../../../electron/features/governance/consensus/index.ts';
import { blueprint, changed, immuneBlueprint, withFrontMatter } from '../support/documents.ts';

const body = `# Rules

Agents must not change the audit log. The documnet is kept for ever, see \`02/AUDIT.md\`.
면역 체계는 승인된 변경만 받아들이며 감사 기록을 보존한다.

- first item
- second item

\`\`\`sh
rm -rf build
\`\`\`
`;
const before = withFrontMatter(blueprint, body);
const swap = (from: string, to: string): boolean => {
  expect(before).toContain(from);
  return proveFormalCorrection(before, before.replace(from, to)).proved;
};

test.each([
  ['documnet', 'document'],
  ['kept for', 'kept  for'],
  ['\n- first item', '\n\n* first item'],
  ['for ever, see', 'for ever; see'],
  ['Agents must', '<!-- reviewed -->\nAgents must'],
  ['보존한다', '보죤한다'],
  ['status: draft', 'status:   draft # not yet'],
  ['name: 97layer-scout', 'name: "97layer-scout"'],
])('%j → %j is formal', (from, to) => {
  expect(swap(from, to)).toBe(true);
});

test.each([
  ['must not', 'must now'], ['must not', 'must'], ['must not', 'may not'], ['승인된 변경만', '미승인된 변경만'], ['받아들이며', '받아들이지 않으며'],
  ['승인된 변경만', '승인된 변경도'], ['AUDIT.md', 'AUDIF.md'], ['rm -rf build', 'rm -rf buildx'], ['rm -rf build', 'rm -rf  build'], ['status: draft', 'status: canonical'],
  ['max_files: 20', 'max_files: 21'], ['version: 0.1.0', 'version: 0.1.00'], ['audit log.', 'audit log?'], ['audit log', 'audit\u200b log'], ['- second', '- [x] second'],
  ['# Rules', '# Rules of old'], ['name: 97', 'extra: 1\nname: 97'], ['kept', '~~kept~~'], ['Agents', '<!-- Agents'],
])('%j → %j is not', (from, to) => {
  expect(swap(from, to)).toBe(false);
}); // prettier-ignore

test('an unchanged document is formal, an unreadable one is not', () => {
  expect(proveFormalCorrection(immuneBlueprint, immuneBlueprint)).toEqual({ proved: true, changes: ['white space'] });
  expect(proveFormalCorrection(immuneBlueprint, 'x').proved).toBe(false);
  expect(proveFormalCorrection('---\na: &x 1\nb: *x\n---\n', '---\na: &x 1\nb: *x\n---\n').proved).toBe(false);
});

const keys = [
  'name',
  'version',
  'created',
  'natural_dissolution.purpose',
  'natural_dissolution.dissolution_steps',
  'resource_limits.max_files',
  'inquisitor.required',
  'inquisitor.audit_log',
];
const value = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.double({ noNaN: true }),
);

test('no changed front matter value is ever proved formal', () => {
  fc.assert(
    fc.property(fc.constantFrom(...keys), value, (key, item) => {
      const other = changed(blueprint, key, item);
      fc.pre(JSON.stringify(other) !== JSON.stringify(blueprint));
      expect(proveFormalCorrection(before, withFrontMatter(other, body)).proved).toBe(false);
    }),
    { numRuns: 500 },
  );
});
