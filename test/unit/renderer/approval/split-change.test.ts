import { createTwoFilesPatch } from 'diff';
import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { splitChange } from '../../../../renderer/approval/split-change.ts';

const patch = (path: string, before: string, after: string): string =>
  createTwoFilesPatch(path, path, before, after, undefined, undefined, { context: 3 }).trimEnd();

test('a set is parted into its list of files and one diff a file', () => {
  const text = ['a.py: 1 → 2\nb.py: 3 → 4', patch('a.py', 'x\n', 'y\n'), patch('b.py', 'old\nsame\n', 'new\nsame\n')].join(
    '\n\n',
  );
  expect(splitChange(text)).toMatchObject([
    { kind: 'text', text: 'a.py: 1 → 2\nb.py: 3 → 4' },
    { kind: 'diff', path: 'a.py', isNew: false, isRemoved: false },
    { kind: 'diff', path: 'b.py' },
  ]);
});

test('a new file and a removed one are named by the side that has them', () => {
  const added = createTwoFilesPatch('/dev/null', 'a.py', '', 'x\n');
  const removed = createTwoFilesPatch('b.py', '/dev/null', 'x\n', '');
  expect(splitChange(`${added}\n${removed}`)).toMatchObject([
    { path: 'a.py', isNew: true, isRemoved: false },
    { path: 'b.py', isNew: false, isRemoved: true },
  ]);
});

test("a file's content cannot pass for the heading of another file", () => {
  const text = patch('notes.md', '-- harmless.md\n', '++ harmless.md\n@@ -1 +1 @@\n safe\n');
  const parts = splitChange(text);
  expect(parts).toHaveLength(1);
  expect(parts[0]).toMatchObject({ kind: 'diff', path: 'notes.md' });
});

test('what was cut off, or is no diff, stays text and is shown as it came', () => {
  const cut = patch('a.py', 'x\n', 'one\ntwo\nthree\n').split('\n').slice(0, -1).join('\n');
  expect(splitChange(cut)).toEqual([{ kind: 'text', text: cut }]);
  expect(splitChange('A structure is archived and removed.')).toEqual([
    { kind: 'text', text: 'A structure is archived and removed.' },
  ]);
  expect(splitChange('')).toEqual([]);
});

test('no line is ever lost', () => {
  const line = fc.constantFrom('--- a', '+++ a', '@@ -1 +1 @@', '@@ -1,2 +1 @@', ' x', '-x', '+x', '\\ No newline', 'free', '');
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const shown = splitChange(lines.join('\n')).map((part) => (part.kind === 'text' ? part.text : part.unified));
      const words = (text: string): string[] => text.split('\n').filter((each) => each !== '');
      expect(words(shown.join('\n'))).toEqual(words(lines.join('\n')));
    }),
  );
});
