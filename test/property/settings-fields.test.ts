import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { editSettings, renderDefaultSettings, settingsForm, writtenSettings } from '../../electron/kernel/settings-file/index.ts';
import { commentsOf } from '../../electron/kernel/settings-file/text-lines.ts';
import type { FormField, ItemField, LeafField } from '../../shared/model/settings-form.ts';

type Path = (string | number)[];
type Leaf = readonly [path: string[], field: LeafField];

/** A file as people write it: comments in every place, lists in both styles, groups with and without comments of their own. */
const WRITTEN = `# our guard
updates:   # ours
  source: "../Core"   # where
  # the list
  include: # which
    - '*.py'   # scripts
    # between
    - "*.md"
  verify:
    # fast ones first
    - run: pytest -q   # all of them
      timeoutSeconds: 60
    # then the slow one
    - timeoutSeconds: 90 # long
      run: "make it"
  brake: {files: 7,  percent: 9} # brake
governance:
  rules: [] # none yet
  telegram:
    approvers: [123, {id: 7, name: 지훈}] # who
alerts:
  webhooks:
  - url: https://example.com/a # ours
    kind: slack
  # no more
  quietHours:
    # late
    from: "22:30"
rituals:
  list:
    # each night
    BACKUP: # ours
      triggerHour: 3
      taskType: COMMAND
      run:
        - tar czf ../backup.tgz . # all
    tidy up: {every: 6h, taskType: TIDY} # small
# the end
`;

const leavesOf = (fields: readonly FormField[], above: string[] = []): Leaf[] =>
  fields.flatMap((field): Leaf[] => {
    const path = [...above, field.key];
    return field.kind === 'section' ? leavesOf(field.fields, path) : [[path, field]];
  });
const leaves = leavesOf(settingsForm('en'));

const word = fc.oneof(
  fc.constantFrom(
    'a',
    '*.py',
    '# no comment',
    'a: b',
    "it's",
    '한글 폴더/*',
    'true',
    '12',
    '- x',
    '{a,b}',
    '"',
    '23:00',
    ' x ',
    '@home',
  ),
  fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }).filter((text) => !text.includes('\u0000')),
);

function itemValue(field: ItemField): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'switch':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...field.options);
    case 'number':
      return fc.integer({ min: field.least ?? 0, max: Math.min(field.most ?? 999, 999) });
    case 'text':
      return word;
    case 'list':
      return fc.array<unknown>(field.of === 'text' ? word : fc.integer({ min: 1, max: 99 }), { maxLength: 4 });
  }
}

const groupValue = (fields: readonly ItemField[]): fc.Arbitrary<unknown> =>
  fc.record(Object.fromEntries(fields.map((field) => [field.key, itemValue(field)])), {
    requiredKeys: fields.filter(({ presence }) => presence === 'required').map(({ key }) => key),
  });

interface Edit {
  path: Path;
  value: unknown;
}

/** What the form can do to one setting: set it, take it away, change one field of a group, add or take a group. */
function editOf([path, field]: Leaf): fc.Arbitrary<Edit> {
  if (!('fields' in field)) {
    const value = fc.option(itemValue(field), { nil: undefined, freq: 4 });
    return value.map((one) => ({ path, value: one }));
  }
  const place = field.kind === 'groups' ? fc.nat(3) : fc.constantFrom('BACKUP', 'tidy up', '새 의식');
  const whole = fc.record({ place, value: fc.option(groupValue(field.fields), { nil: undefined, freq: 2 }) });
  const inner = fc
    .record({ place, field: fc.constantFrom(...field.fields) })
    .chain((at) => fc.option(itemValue(at.field), { nil: undefined }).map((value) => ({ ...at, value })));
  return fc.oneof(
    whole.map((at) => ({ path: [...path, at.place], value: at.value })),
    inner.map((at) => ({ path: [...path, at.place, at.field.key], value: at.value })),
    field.kind === 'groups'
      ? fc.constant({ path, value: undefined })
      : whole.map((at) => ({ path: [...path, at.place], value: at.value })),
  );
}

const at = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined,
    root,
  );

/** The form adds only behind the last group, takes only what is there, and opens only groups that are sections. */
function isPossible(text: string, { path, value }: Edit): boolean {
  const place = path.findIndex((step) => typeof step === 'number');
  const root = writtenSettings(text);
  if (place < 0 && path[1] === 'list') {
    const isThere = typeof at(root, path.slice(0, 3)) === 'object';
    return path.length === 3 && value !== undefined ? !isThere : isThere;
  }
  if (place < 0) return true;
  const list = at(root, path.slice(0, place));
  const length = Array.isArray(list) ? list.length : 0;
  const index = Number(path[place]);
  if (place < path.length - 1) return index < length && typeof at(root, path.slice(0, place + 1)) === 'object';
  return value === undefined ? index < length : index === length && length > 0;
}

/** All values but the one at a path; sections and keys that hold nothing say nothing. */
function others(root: unknown, path: Path): unknown {
  const copy: unknown = structuredClone(root);
  const parent = at(copy, path.slice(0, -1));
  const last = path.at(-1)!;
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (typeof parent === 'object' && parent !== null) delete (parent as Record<string | number, unknown>)[last];
  return meaning(copy);
}

function meaning(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(meaning);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .map(([key, item]) => [key, meaning(item)] as const)
    .filter(([, item]) => item !== null && !(typeof item === 'object' && !Array.isArray(item) && Object.keys(item).length === 0));
  return Object.fromEntries(kept);
}

test('whatever field is changed, comments survive, the value is the wanted one, and no other value changes', () => {
  const start = fc.constantFrom(
    WRITTEN,
    `\uFEFF${WRITTEN.replaceAll('\n', '\r\n')}`,
    renderDefaultSettings({ source: '/Core', comments: true, language: 'ko' }),
  );
  const groups = leaves.filter(([, { kind }]) => kind === 'groups' || kind === 'named');
  const leaf = fc.oneof(fc.constantFrom(...leaves), fc.constantFrom(...groups));
  let done = 0;
  fc.assert(
    fc.property(start, fc.array(leaf.chain(editOf), { minLength: 1, maxLength: 4 }), (first, edits) => {
      let text = first;
      for (const edit of edits.filter((one) => isPossible(text, one))) {
        const next = editSettings(text, [edit]);
        const [before, after] = [writtenSettings(text), writtenSettings(next)];
        expect(commentsOf(next).toSorted()).toEqual(commentsOf(text).toSorted());
        if (edit.value !== undefined) expect(at(after, edit.path)).toEqual(edit.value);
        const gone = edit.value === undefined && typeof edit.path.at(-1) === 'number';
        expect(gone ? meaning(after) : others(after, edit.path)).toEqual(others(before, edit.path));
        if (!isDeepStrictEqual(before, after)) done += 1;
        text = next;
      }
    }),
    { numRuns: 120 },
  );
  expect(done).toBeGreaterThan(100);
});

test('groups change places with their comments', () => {
  const root = writtenSettings(WRITTEN);
  const list = at(root, ['updates', 'verify']) as unknown[];
  const edited = editSettings(WRITTEN, [{ path: ['updates', 'verify'], value: list.toReversed() }]);
  expect(at(writtenSettings(edited), ['updates', 'verify'])).toEqual(list.toReversed());
  expect(commentsOf(edited).toSorted()).toEqual(commentsOf(WRITTEN).toSorted());
});

test('a new group stands in lines of its own below the others', () => {
  const edited = editSettings(WRITTEN, [
    { path: ['updates', 'verify', 2], value: { run: 'ls', timeoutSeconds: 5 } },
    { path: ['governance', 'rules'], value: [{ name: 'ours', effect: 'deny' }] },
  ]);
  expect(edited).toContain(`      run: "make it"\n    - run: ls\n      timeoutSeconds: 5\n`);
  expect(edited).toContain(`  rules: # none yet\n    - name: ours\n      effect: deny\n`);
});
