import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { spellingOnDisk } from '../../../../../electron/features/updates/survey/spelling-on-disk.ts';
import { writeTree } from '../../../../support/tree.ts';

const nfc = '가이드.txt'.normalize('NFC');
const nfd = nfc.normalize('NFD');
const folder = '안내/café'.normalize('NFC');

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nightguard-spelling-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('a file is found by its key however it and its folders are spelt', () => {
  writeTree(root, { [nfd]: 'x', [`${folder.normalize('NFD')}/${nfd}`]: 'x', 'plain/a.md': 'x' });
  expect(spellingOnDisk(root, nfc)).toBe(nfd);
  expect(spellingOnDisk(root, `${folder}/${nfc}`)).toBe(`${folder.normalize('NFD')}/${nfd}`);
  expect(spellingOnDisk(root, 'plain/a.md')).toBe('plain/a.md');
});

test('marks in another order are the same name', () => {
  const odd = 'q\u0307\u0323.md';
  writeTree(root, { [odd]: 'x' });
  expect(spellingOnDisk(root, odd.normalize('NFC'))).toBe(odd);
});

test('of two spellings the key itself is meant', () => {
  writeTree(root, { [nfd]: 'other', [nfc]: 'mine' });
  expect(spellingOnDisk(root, nfc)).toBe(nfc);
});

test('what is not there has no spelling', () => {
  writeTree(root, { 'a.md': 'x', [nfd]: 'x' });
  for (const key of ['b.md', `b/${nfc}`, `a.md/${nfc}`, `${nfc}/b.md`, '나.txt', '', '..', `x/../${nfc}`]) {
    expect(spellingOnDisk(root, key)).toBeNull();
  }
});

test('whatever stands at the name is found, but nothing behind a symbolic link on the way', () => {
  writeTree(root, { 'real/a.md': 'x' });
  mkdirSync(join(root, nfd));
  symlinkSync('real', join(root, 'link'));
  symlinkSync('nowhere', join(root, 'dangling.md'));
  expect(spellingOnDisk(root, nfc)).toBe(nfd);
  expect(spellingOnDisk(root, 'dangling.md')).toBe('dangling.md');
  expect(spellingOnDisk(root, 'link/a.md')).toBeNull();
});

test('the workspace itself may be reached through a link', () => {
  symlinkSync(root, `${root}-link`);
  try {
    writeFileSync(join(root, nfd), 'x');
    expect(spellingOnDisk(`${root}-link`, nfc)).toBe(nfd);
  } finally {
    rmSync(`${root}-link`);
  }
});
