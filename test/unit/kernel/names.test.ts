import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseName, foldName, isInside, joinKey, nameProblem, parentKey, toKey } from '../../../electron/kernel/names.ts';

/** Names as people and disks make them: Hangul, accents and signs that have several forms. */
const name = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({
    unit: fc.constantFrom('가', '각', '한', 'é', 'Å', 'K', 'ß', 'ſ', 'ς', 'Σ', 'İ', 'ı', 'ﬁ', 'a', 'Z', '.', ' '),
    minLength: 1,
  }),
);

describe('the key of a name', () => {
  test('is one, whatever Unicode form the name is spelt in', () => {
    fc.assert(fc.property(name, (text) => toKey(text.normalize('NFD')) === toKey(text.normalize('NFC'))));
  });

  test('is its own key', () => {
    fc.assert(fc.property(name, (text) => toKey(toKey(text)) === toKey(text)));
  });
});

describe('the fold of a name', () => {
  test('is one for every case and Unicode form', () => {
    fc.assert(
      fc.property(name, (text) => {
        const folded = foldName(text);
        return (
          foldName(text.normalize('NFD')) === folded && foldName(text.toUpperCase()) === folded && foldName(folded) === folded
        );
      }),
    );
  });

  test('is one for names with one key', () => {
    fc.assert(fc.property(name, (text) => foldName(toKey(text)) === foldName(text)));
  });

  test('takes both small sigmas, and ß and ss, for the same', () => {
    expect(foldName('ΟΔΟΣ.md')).toBe(foldName('οδος.md'));
    expect(foldName('οδοσ.md')).toBe(foldName('οδος.md'));
    expect(foldName('Straße')).toBe(foldName('STRASSE'));
  });
});

test('a key is its folder and its name', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[^/]+$/), { minLength: 1 }),
      (parts) => joinKey(parentKey(parts.join('/')), baseName(parts.join('/'))) === parts.join('/'),
    ),
  );
});

test('a folder holds itself and what is below it, not what merely begins like it', () => {
  expect(['lib', 'lib/a', 'library/a', 'li'].map((key) => isInside(key, 'lib'))).toEqual([true, true, false, false]);
  expect(isInside('anything', '')).toBe(true);
});

describe('names that are refused', () => {
  test.each([
    '',
    '.',
    '..',
    'a/b',
    'a\\b',
    'a\0b',
    'a\nb',
    'Icon\r',
    'x\u0085',
    'a\u2028b',
    'evil\u202Eyp.exe',
    '\uD800',
    'bro\uFFFDken',
  ])('%j everywhere', (text) => {
    expect(nameProblem(text, 'linux')).not.toBeNull();
    expect(nameProblem(text, 'win32')).not.toBeNull();
  });

  test.each(['con', 'NUL.md', 'com1.py', 'a:b.md', 'what?.md', 'dot.', 'space '])('%j on Windows only', (text) => {
    expect(nameProblem(text, 'win32')).not.toBeNull();
    expect(nameProblem(text, 'linux')).toBeNull();
  });

  test.each(['scout.py', '.hidden', '지식 (초안).md', 'naïve – notes.md', '👩‍💻.md', 'console.py', 'com10.txt'])(
    'not %j',
    (text) => {
      expect(nameProblem(text, 'win32')).toBeNull();
      expect(nameProblem(text, 'linux')).toBeNull();
    },
  );
});
