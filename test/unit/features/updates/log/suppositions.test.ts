import { expect, test } from 'vitest';
import { suppositionsOf } from '../../../../../electron/features/updates/log/suppositions.ts';
import type { UpdateEntry } from '../../../../../shared/model/updates.ts';
import { sha256 } from '../../../../support/tree.ts';

const entry = (type: UpdateEntry['type'], content: string | null, over: Partial<UpdateEntry> = {}): UpdateEntry => ({
  type,
  relative_path: 'a.txt',
  ...(content === null ? {} : { drive_hash: sha256(content) }),
  timestamp: '2026-02-15T03:00:00',
  status: 'SUCCESS',
  ...over,
});
const supposed = (...entries: UpdateEntry[]): unknown => Object.fromEntries(suppositionsOf(entries));

test('what Core brought last is supposed', () => {
  expect(supposed(entry('NEW', 'v1'), entry('MODIFIED', 'v2'))).toEqual({ 'a.txt': sha256('v2') });
});

test('what was put back or taken away later is not, and not what it was put back to', () => {
  expect(supposed(entry('MODIFIED', 'v2'), entry('RESTORED', 'v1'))).toEqual({});
  expect(supposed(entry('NEW', 'v1'), entry('DELETED', null))).toEqual({});
  expect(supposed(entry('RESTORED', 'v1'))).toEqual({});
});

test('what Core brought after that is supposed again', () => {
  expect(supposed(entry('MODIFIED', 'v2'), entry('RESTORED', 'v1'), entry('MODIFIED', 'v3'))).toEqual({ 'a.txt': sha256('v3') });
});

test('what did not come to stand changes nothing', () => {
  const not = (['FAILED', 'ROLLED_BACK', 'HELD', 'PLANNED'] as const).map((status) => entry('MODIFIED', 'v2', { status }));
  expect(supposed(entry('NEW', 'v1'), ...not, entry('RESTORED', 'v0', { status: 'FAILED' }))).toEqual({ 'a.txt': sha256('v1') });
});

test('two spellings of one name are one file', () => {
  const [nfc, nfd] = ['가.txt'.normalize('NFC'), '가.txt'.normalize('NFD')];
  expect(supposed(entry('NEW', 'v1', { relative_path: nfd }), entry('MODIFIED', 'v2', { relative_path: nfc }))).toEqual({
    [nfc]: sha256('v2'),
  });
});

test.each([
  '../x.txt',
  'a/../x.txt',
  '/abs/x.txt',
  './x.txt',
  'C:\\x.txt',
  '',
  '.',
  '..',
  'a//b',
  'a/',
  'a\0b',
  'a\nb',
  '\ud800.txt',
])('a path %j from a log is passed over', (relative_path) => expect(supposed(entry('NEW', 'v1', { relative_path }))).toEqual({}));

test.each(['abc', '', 'A'.repeat(64), `${'a'.repeat(64)}\n`])('a hash %j from a log is passed over', (drive_hash) => {
  expect(supposed(entry('NEW', null, { drive_hash }))).toEqual({});
  expect(supposed(entry('NEW', 'v1'), entry('MODIFIED', null, { drive_hash }))).toEqual({});
});
