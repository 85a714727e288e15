import { expect, test } from 'vitest';
import { updateReport } from '../../../../electron/terminal/text/update-report.ts';
import type { CycleResult, HeldItem } from '../../../../shared/model/updates.ts';
import { HASH, THREE, voiceOf } from './voices.ts';

const held: HeldItem = {
  path: 'libs/핵심.py',
  reason: 'conflict',
  detail: '',
  sourceHash: HASH,
  localHash: HASH,
  since: THREE,
  decisions: ['take-source', 'keep-local'],
};
const entry = (type: 'NEW' | 'MODIFIED' | 'DELETED', path: string): CycleResult['entries'][number] => ({
  type,
  relative_path: path,
  timestamp: '2026-02-15T03:00:00',
  status: 'SUCCESS',
});
const result = (changes: Partial<CycleResult>): CycleResult => ({
  status: 'COMPLETED',
  release: 'R-0004',
  updates_count: 0,
  success_count: 0,
  failed_count: 0,
  held_count: 0,
  timestamp: '2026-02-15T03:00:00',
  entries: [],
  reason: null,
  held: [],
  heldSet: null,
  ...changes,
});

test('an applied release lists its files by letter, what is held with its commands, and how to undo it', () => {
  const entries = [entry('NEW', 'a.py'), entry('MODIFIED', 'libs/b.py'), entry('DELETED', 'c.md')];
  expect(updateReport(result({ entries, held: [held] }), voiceOf('en')).join('\n')).toBe(`  N  a.py
  M  libs/b.py
  D  c.md

1 file is held for you:
  H  libs/핵심.py
     Changed in Core and here
       nightguard decide libs/핵심.py take-source  take the version from Core (yours is archived)
       nightguard decide libs/핵심.py keep-local   keep the version here

R-0004: 3 files updated and verified (1 new, 1 modified, 1 removed)
Undo: nightguard rollback R-0004`);
});

test('the same is said in Korean', () => {
  const entries = [entry('NEW', 'a.py')];
  expect(updateReport(result({ entries, held: [held] }), voiceOf('ko')).join('\n')).toBe(`  N  a.py

직접 결정이 필요한 파일 1개:
  H  libs/핵심.py
     Core와 여기에서 모두 변경됨
       nightguard decide libs/핵심.py take-source  Core의 버전 적용 (여기 버전은 보관됨)
       nightguard decide libs/핵심.py keep-local   여기 버전 유지

R-0004: 파일 1개 업데이트, 검증됨 (새 파일 1)
되돌리기: nightguard rollback R-0004`);
});

test('a set that the brake holds says why, how to look at it and how to release it', () => {
  const heldSet = {
    token: 't',
    reasons: [{ reason: 'brake-files' as const, detail: '60 of at most 50' }],
    files: 60,
    since: THREE,
  };
  expect(updateReport(result({ status: 'HELD', release: null, heldSet }), voiceOf('en')).join('\n'))
    .toBe(`A set of 60 files is held for you:
     More files than the brake allows: 60 of at most 50
       nightguard update --dry-run  list what would happen
       nightguard update --yes      apply it all the same

Nothing was changed: 1 decision needs you.`);
});

test('a release that failed its checks names itself, the reason, and that nothing is left of it', () => {
  const lines = updateReport(result({ status: 'ROLLED_BACK', reason: 'npm test failed\nexited with 1' }), voiceOf('en'));
  expect(lines).toEqual([
    'R-0004 failed its checks and was rolled back.',
    '  npm test failed',
    '  exited with 1',
    'The same content is not tried again until it changes in Core or you decide.',
  ]);
});

test('a Core that could not be looked at is never reported as up to date', () => {
  const lines = updateReport(result({ status: 'FAILED', release: null, reason: '/core is not there.' }), voiceOf('en'));
  expect(lines).toEqual(['Could not update. Nothing was changed.', '  /core is not there.']);
});

test('what a person took back is one line, not a question', () => {
  const lines = updateReport(
    result({ status: 'NO_UPDATES', release: null, held: [{ ...held, reason: 'taken-back' }] }),
    voiceOf('en'),
  );
  expect(lines).toEqual(['Everything is up to date with Core.', '1 file stays rolled back: see nightguard status']);
});

test('the name of a file cannot steer the terminal', () => {
  const [line] = updateReport(result({ entries: [entry('NEW', 'a\u001b[2J\u202e.py')] }), voiceOf('en'));
  expect(line).toBe(String.raw`  N  a\x1b[2J\x202e.py`);
});
