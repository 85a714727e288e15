import { expect, test } from 'vitest';
import { compilePaths } from '../../../../../electron/features/governance/policy/path-patterns.ts';

test.each<[pattern: string, wide: boolean, fits: string[], not: string[]]>([
  ['*.md', false, ['a.md', 'x/y/b.md', '.hidden.md'], ['a.mdx', 'md', 'A.MD']],
  ['*.md', true, ['a.md', 'x/c.md'], ['a.mdx']],
  ['libs/**', false, ['libs/a', 'libs/x/.y'], ['libs', 'other/libs/a', 'libsx/a']],
  ['libs/**', true, ['libs', 'libs/a'], ['xlibs']],
  ['/libs', false, ['libs', 'libs/a'], ['x/libs']],
  ['data/', false, ['data/a', 'x/data/b'], ['data']],
  ['data/', true, ['data', 'x/data/b'], ['database']],
  ['a?c', false, ['abc'], ['ac', 'a/c']],
  ['(a)+b|c', false, ['(a)+b|c'], ['ab', 'c', 'aab']],
  ['!a', false, ['!a'], ['b']],
  ['{a,b}', false, ['{a,b}'], ['a']],
  ['[ab].py', false, ['a.py', 'z/b.py'], ['c.py']],
  ['한글/*.md', false, ['한글/가.md'], ['한글/x/가.md']],
  ['**', false, ['a', 'a/b'], []],
  ['/', true, [], ['a']],
])('%s (wide: %s) fits %j and not %j', (pattern, wide, fits, not) => {
  const matches = compilePaths([pattern], wide);
  expect(fits.filter((key) => !matches(key))).toEqual([]);
  expect(not.filter((key) => matches(key))).toEqual([]);
});

test('no pattern fits nothing, and many fit as each does', () => {
  expect(compilePaths([], true)('a')).toBe(false);
  const both = compilePaths(['a/**', '*.py'], false);
  expect(['a/b', 'c.py', 'c.md'].map(both)).toEqual([true, true, false]);
});
