import { expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY, isPanelUrl, panelFile } from '../../../electron/guards/panel-origin.ts';

const FOLDER = '/app/out/renderer';

test('serves the files of the panel', () => {
  expect(panelFile(FOLDER, 'nightguard://panel/index.html')).toBe('/app/out/renderer/index.html');
  expect(panelFile(FOLDER, 'nightguard://panel/')).toBe('/app/out/renderer/index.html');
  expect(panelFile(FOLDER, 'nightguard://panel/assets/index-1.js?v=2#top')).toBe('/app/out/renderer/assets/index-1.js');
});

test.each([
  'nightguard://panel/../main/main.js',
  'nightguard://panel/%2e%2e/main/main.js',
  'nightguard://panel/%2e%2e%2fmain/main.js',
  'nightguard://panel/assets/..%2f..%2f..%2fetc/passwd',
  'nightguard://panel/..%5c..%5cmain',
  'nightguard://panel/%00',
  'nightguard://panel/%ff',
  'nightguard://panel//etc/passwd',
])('never leaves the folder: %s', (address) => {
  const file = panelFile(FOLDER, address);
  expect(file === undefined || file.startsWith(`${FOLDER}/`)).toBe(true);
});

test.each([
  'nightguard://other/index.html',
  'file:///etc/passwd',
  'https://panel/index.html',
  'nightguard://panel@evil/index.html',
  'no address',
])('is not the panel: %s', (address) => {
  expect(isPanelUrl(address)).toBe(false);
  expect(panelFile(FOLDER, address)).toBeUndefined();
});

test('the policy lets nothing in from elsewhere and nothing out', () => {
  expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
  expect(CONTENT_SECURITY_POLICY).toContain("connect-src 'none'");
  expect(CONTENT_SECURITY_POLICY).not.toContain('unsafe');
});
