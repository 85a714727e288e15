import { expect, test } from 'vitest';
import { archiveList, prunePreview, verifyReport } from '../../../../electron/terminal/text/archive-report.ts';
import { diffLines } from '../../../../electron/terminal/text/diff-lines.ts';
import { historyLines } from '../../../../electron/terminal/text/history.ts';
import { initReport } from '../../../../electron/terminal/text/init-report.ts';
import { decisionLines, rollbackOutcome, rollbackPreview } from '../../../../electron/terminal/text/rollback-report.ts';
import { watchLine } from '../../../../electron/terminal/text/watch-lines.ts';
import type { ArchiveVersion, RollbackFile } from '../../../../shared/model/updates.ts';
import { HASH, THREE, voiceOf } from './voices.ts';

const en = voiceOf('en');
const ko = voiceOf('ko');
const file = (path: string, action: RollbackFile['action'], detail = ''): RollbackFile => ({
  path,
  action,
  detail,
  currentHash: HASH,
  targetHash: HASH,
  archiveId: 1,
});
const files = [file('a.py', 'put-back'), file('새.py', 'remove'), file('b.py', 'decide', 'changed here since')];
const version: ArchiveVersion = {
  id: 7,
  path: '지침/a.md',
  hash: HASH,
  size: 1234,
  archivedAt: THREE,
  archivePath: '.tmp/archive/a.md',
  release: 'R-0001',
};

test('a rollback is shown before it happens, what needs a person first', () => {
  const target = { kind: 'release', release: 'R-0001' } as const;
  expect(rollbackPreview({ target, of: 'R-0001', files, token: 't' }, en)).toEqual([
    'Back to before R-0001, 3 files:',
    '  changed since          b.py   changed here since',
    '  put back               a.py',
    '  remove (created then)  새.py',
  ]);
});

test('a rollback to a moment names the moment in local time', () => {
  expect(rollbackPreview({ target: { kind: 'time', at: THREE }, of: 'x', files: [], token: 't' }, ko)).toEqual([
    '2026-02-15 03:00 시점으로, 파일 0개:',
  ]);
});

test('files that were changed since get the two ways on as commands', () => {
  expect(decisionLines(1, ['rollback', 'R-0001'], en)).toEqual([
    'Nothing was changed: 1 file was changed since. Say what shall become of it:',
    '  nightguard rollback R-0001 --changed keep       leave what was changed since as it is',
    '  nightguard rollback R-0001 --changed overwrite  archive it, then put the old bytes back',
  ]);
});

test('a rollback that overwrote counts what it overwrote', () => {
  const result = { status: 'COMPLETED', release: 'R-0002', of: 'R-0001', files, reason: null } as const;
  expect(rollbackOutcome({ ...result, files }, 'overwrite', en)).toEqual([
    'R-0002: 3 files rolled back',
    'Undo: nightguard rollback R-0002',
  ]);
  expect(rollbackOutcome({ ...result, files }, 'keep', en)[0]).toBe('R-0002: 2 files rolled back');
});

test('the archive is listed in columns and says how much it leaves out', () => {
  expect(archiveList({ versions: [version, { ...version, id: 12, size: 5, release: null }], total: 40 }, en)).toEqual([
    ' 7  2026-02-15 03:00  1.2 kB  R-0001  지침/a.md',
    '12  2026-02-15 03:00     5 B  -       지침/a.md',
    '',
    '2 of 40 shown: narrow the query, or raise --limit.',
  ]);
});

test('a damaged archive is named file by file', () => {
  const damaged = [{ id: 7, archivePath: '.tmp/archive/a.md', problem: 'altered' as const }];
  expect(verifyReport({ checked: 3, intact: 2, damaged }, en)).toEqual([
    '1 of 3 archived versions is damaged:',
    '  altered  7  .tmp/archive/a.md',
  ]);
  expect(verifyReport({ checked: 3, intact: 3, damaged: [] }, ko)).toEqual(['보관본 3개 확인: 모두 온전함.']);
});

test('what pruning would let go is shown with its size', () => {
  expect(prunePreview({ remove: [version], keep: 9, bytes: 1234, token: 't' }, en).at(-1)).toBe(
    '1 version (1.2 kB) to remove, 9 stay. The last copy of anything always stays.',
  );
});

test('a difference is a patch without the heading of the library', () => {
  const unified =
    'Index: a.md\n===================================================================\n--- a.md\n+++ a.md\n@@ -1,1 +1,1 @@\n-1\u001b[2J\n+2\n';
  const lines = diffLines({ path: 'a.md', oldLabel: 'old', newLabel: 'now', state: 'text', unified }, en);
  expect(lines).toEqual(['--- a.md', '+++ a.md', '@@ -1,1 +1,1 @@', String.raw`-1\x1b[2J`, '+2']);
});

test('history groups the files of a release, and gives each held file its reason', () => {
  const done = { type: 'NEW', timestamp: '2026-02-15T03:00:00', status: 'SUCCESS', release: 'R-0001' } as const;
  const waits = { type: 'MODIFIED', timestamp: '2026-02-15T04:00:00', status: 'HELD' } as const;
  const entries = [
    { ...done, relative_path: 'a.py' },
    { ...done, relative_path: 'b.py' },
    { ...waits, relative_path: 'c.py', error: 'conflict' },
    { ...waits, relative_path: 'd.py', error: 'syntax: line 3' },
  ];
  expect(historyLines(entries, en).join('\n')).toBe(`2026-02-15 03:00:00  R-0001  done
  N  a.py
  N  b.py

2026-02-15 04:00:00  held
  M  c.py
     conflict
  M  d.py
     syntax: line 3`);
});

test('watch tells an event in one line', () => {
  const news = {
    tag: 'x',
    kind: 'applied',
    release: 'R-0142',
    values: { count: 2, release: 'R-0142', summary: 'a.py, b.py' },
  } as const;
  expect(watchLine({ event: 'news', ...news }, THREE, en)).toBe('03:00:00  2 files updated  R-0142 · a.py, b.py');
  expect(watchLine({ event: 'watcher', state: 'root-missing', detail: '' }, THREE, ko)).toBe(
    '03:00:00  Core 폴더를 찾지 못함, 아무것도 지우지 않음',
  );
});

test('init without a Core says where to put it and what was found', () => {
  const candidates = [
    { path: '/a/Core', mode: 'mirror' as const },
    { path: '/b/Core', mode: 'stream' as const },
  ];
  expect(initReport({ file: '/ws/nightguard.yaml', workspace: '/ws', kind: '97layerOS', source: null, candidates }, en)).toEqual([
    'Wrote /ws/nightguard.yaml, with every setting and its default.',
    'This folder holds a 97layerOS.',
    'No Core folder is set yet: put it under updates.source in that file.',
    '  1  /a/Core',
    '  2  /b/Core  (streamed: reading it downloads everything; mirror mode is better)',
    '',
    'Next:',
    '  nightguard watch  stay on guard in this terminal',
  ]);
});
