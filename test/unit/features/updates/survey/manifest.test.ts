import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseManifest } from '../../../../../electron/features/updates/survey/manifest.ts';

const A = 'a'.repeat(64);
const sumsOf = (json: unknown): unknown => {
  const manifest = parseManifest(JSON.stringify(json));
  return manifest.state === 'read' ? Object.fromEntries(manifest.sums) : manifest.state;
};

test('three ways to write it mean the same', () => {
  for (const json of [
    { files: { 'lib/a.py': A } },
    { 'lib/a.py': A.toUpperCase() },
    [{ path: './lib\\a.py', sha256: `sha256:${A}` }],
  ]) {
    expect(sumsOf(json)).toEqual({ 'lib/a.py': A });
  }
});

test('names in NFD are listed by their key', () => {
  expect(sumsOf({ ['메모.md'.normalize('NFD')]: A })).toEqual({ ['메모.md'.normalize('NFC')]: A });
});

test.each([
  [{ 'a.py': 'short' }],
  [{ '../a.py': A }],
  [{ '/etc/a.py': A }],
  ['text'],
  [[{ path: 'a.py' }]],
  [
    [
      { path: 'a', sha256: A },
      { path: 'a', sha256: 'b'.repeat(64) },
    ],
  ],
])(
  // prettier-ignore
  '%j is invalid',
  (json) => expect(sumsOf(json)).toBe('invalid'),
);

test('whatever stands in the file, it is read or invalid, and never thrown over', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => ['read', 'invalid'].includes(parseManifest(text).state)));
});
