import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { proveFormalCorrection } from '../../../../../electron/features/governance/consensus/index.ts';
import { blueprint, changed, immuneBlueprint, withFrontMatter } from '../support/documents.ts';

const body = `# Rules

Agents must not change the audit log. The documnet is kept for ever, see \`02/AUDIT.md\`.
면역 체계는 승인된 변경만 받아들이며 감사 기록을 보죤한다.

The document prescribes what the agents do, and a person wrote it;
it proscribes nothing. Mina, not Mira, keeps it for at least three months, there and at last here.
기록은 삼개월간 보존한다. 사개월간 보관하지는 않는다.

- first item
  - item below it
- second item

| who | what |
| agents | read |

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
  ['wrote it;\nit proscribes', 'wrote\nit; it proscribes'],
  ['Agents must', '<!-- reviewed -->\nAgents must'],
  ['보죤한다', '보존한다'],
  ['status: draft', 'status:   draft # not yet'],
  ['name: 97layer-scout', 'name: "97layer-scout"'],
  ['  - item below', '    - item below'],
])('%j → %j is formal', (from, to) => {
  expect(swap(from, to)).toBe(true);
});

test.each([
  ['must not', 'must now'], ['must not', 'must'], ['must not', 'may not'], ['승인된 변경만', '미승인된 변경만'], ['받아들이며', '받아들이지 않으며'],
  ['승인된 변경만', '승인된 변경도'], ['AUDIT.md', 'AUDIF.md'], ['rm -rf build', 'rm -rf buildx'], ['rm -rf build', 'rm -rf  build'], ['status: draft', 'status: canonical'],
  ['max_files: 20', 'max_files: 21'], ['version: 0.1.0', 'version: 0.1.00'], ['audit log.', 'audit log?'], ['audit log', 'audit\u200b log'], ['- second', '- [x] second'],
  ['# Rules', '# Rules of old'], ['name: 97', 'extra: 1\nname: 97'], ['kept', '~~kept~~'], ['Agents', '<!-- Agents'],
  ['prescribes', 'proscribes'], ['least', 'last'], ['three', 'there'], ['Mina,', 'Mira,'], ['agents do', 'agent do'], ['a person', 'a persons'], ['삼개월간', '사개월간'],
  ['Agents must', '    Agents must'], ['# Rules\n\n', '# Rules '], ['  - item below', '- item below'], ['|\n| agents', '| agents'], ['first item', 'first\n\nitem'],
  ['for ever, see', 'for ever see'], ['documnet', 'documents'], ['wrote it', 'wrote in'], ['do, and a', 'do. And a'], ['- second', '+ - second'],
])('%j → %j is not', (from, to) => {
  expect(swap(from, to)).toBe(false);
}); // prettier-ignore

test('a comment that begins in code is none: what stands behind it cannot be changed as one', () => {
  const text = (rule: string): string => `---\nname: x\n---\nWrite \`<!--\` as it is. ${rule} End with \`-->\`.\n`;
  expect(proveFormalCorrection(text('Agents must ask.'), text('Agents need not ask.')).proved).toBe(false);
});

test('a word is mended only into one that the text knows', () => {
  const text = (word: string): string => `---\nname: x\n---\nA consensus on content is kept. The ${word} is for one use.\n`;
  expect(proveFormalCorrection(text('contnet'), text('content')).proved).toBe(true);
  expect(proveFormalCorrection(text('signet'), text('singet')).proved).toBe(false);
});

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
