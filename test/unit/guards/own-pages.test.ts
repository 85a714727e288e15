import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileOf, isAddressOf, policyOf } from '../../../electron/guards/own-pages.ts';

const FOLDER = '/app/out/renderer';

test('serves each page its own document and the scripts and styles', () => {
  expect(fileOf('panel', FOLDER, 'nightguard://panel/index.html')).toBe('/app/out/renderer/index.html');
  expect(fileOf('panel', FOLDER, 'nightguard://panel/')).toBe('/app/out/renderer/index.html');
  expect(fileOf('panel', FOLDER, 'nightguard://panel/assets/index-1.js?v=2#top')).toBe('/app/out/renderer/assets/index-1.js');
  expect(fileOf('approval', FOLDER, 'nightguard://approval/')).toBe('/app/out/renderer/approval/index.html');
  expect(fileOf('approval', FOLDER, 'nightguard://approval/assets/a.css')).toBe('/app/out/renderer/assets/a.css');
});

test.each([
  ['panel', 'nightguard://panel/approval/index.html'],
  ['panel', 'nightguard://approval/index.html'],
  ['approval', 'nightguard://panel/index.html'],
  ['approval', 'nightguard://approval/approval/index.html'],
] as const)('the %s does not serve %s: no page can be had from the other', (page, address) => {
  expect(fileOf(page, FOLDER, address)).toBeUndefined();
});

test.each([
  'nightguard://panel/../main/main.js',
  'nightguard://panel/%2e%2e/main/main.js',
  'nightguard://panel/%2e%2e%2fmain/main.js',
  'nightguard://panel/assets/..%2f..%2f..%2fetc/passwd',
  'nightguard://panel/assets/..%2findex.html',
  'nightguard://panel/assets/',
  'nightguard://panel/..%5c..%5cmain',
  'nightguard://panel/%00',
  'nightguard://panel/%ff',
  'nightguard://panel//etc/passwd',
])('never leaves its folder: %s', (address) => {
  expect(fileOf('panel', FOLDER, address)).toBeUndefined();
});

const STEPS = [
  '..',
  '%2e%2e',
  '.%2E',
  '%252e%252e',
  '.',
  '',
  '\\',
  '%5c',
  '%00',
  '%2f',
  '/',
  'assets',
  'approval',
  'index.html',
  'a.js',
  'C:',
  '한국어',
];

test('whatever an address is made of, it stands for one of the documents or for a file below the assets', () => {
  const address = fc
    .array(fc.oneof(fc.constantFrom(...STEPS), fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 8 })
    .chain((steps) => fc.constantFrom('/', '%2f', '\\').map((between) => `nightguard://panel/${steps.join(between)}`));
  fc.assert(
    fc.property(address, (url) => {
      const file = fileOf('panel', FOLDER, url);
      if (file !== undefined && file !== `${FOLDER}/index.html`)
        expect(file).toMatch(/^\/app\/out\/renderer\/assets\/(?!.*(\.\.\/|\0|\\)).+/);
    }),
    { numRuns: 5000 },
  );
});

test.each([
  'nightguard://other/index.html',
  'nightguard://approval/index.html',
  'file:///etc/passwd',
  'https://panel/index.html',
  'nightguard://panel@evil/index.html',
  'no address',
])('is not the panel: %s', (address) => {
  expect(isAddressOf('panel', address)).toBe(false);
  expect(fileOf('panel', FOLDER, address)).toBeUndefined();
});

describe.each(['panel', 'approval'] as const)('the policy of the %s', (page) => {
  test('lets nothing in from elsewhere and nothing out', () => {
    expect(policyOf(page)).toContain("default-src 'none'");
    expect(policyOf(page)).toContain("connect-src 'none'");
    expect(policyOf(page)).toContain("frame-ancestors 'none'");
    expect(policyOf(page)).not.toContain('unsafe');
  });
});

test('the approval page loads no picture, and no text of a stranger can become markup', () => {
  expect(policyOf('approval')).not.toContain('img-src');
  expect(policyOf('approval')).toContain("trusted-types 'none'");
});
