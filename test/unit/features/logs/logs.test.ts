import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFileSource } from '../../../../electron/features/logs/file-source.ts';
import { openLogs, type Logs } from '../../../../electron/features/logs/index.ts';
import { readLine } from '../../../../electron/features/logs/read-line.ts';
import { createSearchThread } from '../../../../electron/features/logs/search-thread.ts';
import { createRedactor } from '../../../../electron/kernel/redact.ts';
import { ALL_LINES, type LogQuery } from '../../../../shared/model/logs.ts';
import type { RitualRun } from '../../../../shared/model/rituals.ts';

let workspace: string;
let log: string;
let logs: Logs;
const runs: RitualRun[] = [];

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'nightguard-logs-'));
  log = join(workspace, 'nightguard.log');
  runs.length = 0;
  logs = openLogs({
    workspace,
    auditLog: () => null,
    applicationLog: log,
    rituals: { runs: (limit) => runs.slice(0, limit), output: () => 'built\nshipped R-0042' },
    redactor: () => createRedactor(['correct horse battery']),
  });
});
afterEach(async () => {
  await logs.dispose();
  rmSync(workspace, { recursive: true, force: true });
});

const put = (path: string, value: unknown): void => {
  mkdirSync(join(workspace, path, '..'), { recursive: true });
  writeFileSync(join(workspace, path), JSON.stringify(value));
};
const query = (part: Partial<LogQuery>): LogQuery => ({ ...ALL_LINES, ...part });
const texts = async (part: Partial<LogQuery> = {}, from = 0, count = 100): Promise<string[]> =>
  (await logs.page('application', query(part), from, count)).lines.map(({ text }) => text);
const shown = async (part: Partial<LogQuery> = {}): Promise<number> => (await logs.view('application', query(part))).shown;

describe('a file of lines', () => {
  test('what is appended is found without reading the rest again, a line without its end included', async () => {
    writeFileSync(log, 'one\ntwo\nthr');
    expect(await shown()).toBe(3);
    expect(await texts()).toEqual(['one', 'two', 'thr']);
    appendFileSync(log, 'ee\nfour\r\n');
    expect(await shown()).toBe(4);
    expect(await texts()).toEqual(['one', 'two', 'three', 'four']);
  });

  test('one that was rotated or cut begins anew', async () => {
    writeFileSync(log, 'a\nb\nc\n');
    expect(await shown({ text: 'b' })).toBe(1);
    renameSync(log, `${log}.1`);
    writeFileSync(log, 'b\nb\nb\nb\n');
    expect([await shown(), await shown({ text: 'b' })]).toEqual([4, 4]);
    truncateSync(log, 2);
    expect(await shown()).toBe(1);
    rmSync(log);
    expect(await logs.view('application', ALL_LINES)).toMatchObject({ state: 'missing', total: 0 });
  });

  test('any line of many is found where it stands, and marks agree after each growth', async () => {
    let written = 0;
    for (const more of [511, 1, 1, 512, 3000, 7]) {
      appendFileSync(log, Array.from({ length: more }, (_, index) => `line ${written + index}\n`).join(''));
      written += more;
      expect(await shown()).toBe(written);
      for (const place of [0, 510, 511, 512, 513, 1023, 1024, 1025, written - 1].filter((one) => one < written))
        expect(await texts({}, place, 1)).toEqual([`line ${place}`]);
    }
    expect(await texts({ text: '24' }, 0, 3)).toEqual(['line 24', 'line 124', 'line 224']);
    expect(await shown({ regex: true, text: '^line \\d00$' })).toBe(9);
  });

  test('one query that is asked twice at once finds each line once', async () => {
    writeFileSync(log, 'ERROR a\n');
    expect(await shown({ text: 'ERROR' })).toBe(1);
    appendFileSync(log, 'ERROR b\nERROR c\n');
    const [one, other] = await Promise.all([shown({ text: 'ERROR' }), texts({ text: 'ERROR' })]);
    expect([one, other, await texts({ text: 'ERROR' })]).toEqual([
      3,
      ['ERROR a', 'ERROR b', 'ERROR c'],
      ['ERROR a', 'ERROR b', 'ERROR c'],
    ]);
  });

  test('nothing is read through a symbolic link: it may lead out of the workspace', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'nightguard-outside-'));
    writeFileSync(join(outside, 'self_annealing_log.md'), 'theirs\n');
    mkdirSync(join(workspace, 'directives'));
    symlinkSync(join(outside, 'self_annealing_log.md'), join(workspace, 'directives/self_annealing_log.md'));
    const unreadable = { state: 'unreadable', total: 0, shown: 0 };
    expect(await logs.view('annealing', ALL_LINES)).toMatchObject(unreadable);
    expect((await logs.page('annealing', ALL_LINES, 0, 10).catch(() => ({ lines: [] }))).lines).toEqual([]);
    rmSync(join(workspace, 'directives'), { recursive: true });
    symlinkSync(outside, join(workspace, 'directives'));
    expect(await logs.view('annealing', ALL_LINES)).toMatchObject(unreadable);
    mkdirSync(join(workspace, 'knowledge'));
    symlinkSync('system', join(workspace, 'knowledge/system'));
    expect(await logs.view('updates', ALL_LINES)).toMatchObject(unreadable);
    expect(logs.sources().find(({ id }) => id === 'updates')).toMatchObject({ state: 'unreadable' });
    rmSync(outside, { recursive: true });
  });

  test('lines are searched by text, by expression, by level, and what is new is searched too', async () => {
    writeFileSync(log, '2026-02-15 INFO fetch\n2026-02-15 ERROR Fetch failed\n  WARNING 공유 slow\nplain\n');
    expect(await texts({ text: 'FETCH' })).toHaveLength(2);
    expect(await texts({ text: 'Fetch', caseSensitive: true })).toEqual(['2026-02-15 ERROR Fetch failed']);
    expect(await texts({ text: '공유' })).toHaveLength(1);
    expect(await texts({ level: 'warn' })).toHaveLength(2);
    appendFileSync(log, 'CRITICAL fetch\n');
    expect(await shown({ level: 'warn' })).toBe(3);
    const [last] = (await logs.page('application', query({ level: 'warn' }), 2, 1)).lines;
    expect(last).toMatchObject({ number: 4, level: 'error' });
  });

  test('an expression that is none is said; so is one that takes for ever, and the next search is answered', async () => {
    writeFileSync(log, `${'a'.repeat(40)}!\n`);
    expect(await logs.view('application', query({ regex: true, text: '(' }))).toMatchObject({
      shown: 0,
      problem: expect.stringContaining('Invalid') as string,
    });
    const thread = createSearchThread(300);
    const source = createFileSource('application', { path: log, shown: 'nightguard.log', root: null }, thread);
    await source.refresh();
    await expect(source.matches(query({ regex: true, text: '^(a+)+$' }))).rejects.toThrow('took too long');
    expect(await source.matches(query({ text: 'a!' }))).toHaveLength(1);
    await thread.dispose();
  });

  test('a line of fifty megabytes and bytes that are no text stop nothing', async () => {
    writeFileSync(
      log,
      Buffer.concat([
        Buffer.alloc(50_000_000, 0x78),
        Buffer.from('\nafter\n'),
        Buffer.from([0xff, 0xfe, 0x0a]),
        Buffer.from('end\n'),
      ]),
    );
    expect(await shown()).toBe(4);
    const { lines } = await logs.page('application', ALL_LINES, 0, 1);
    expect(lines[0]).toMatchObject({ cut: true });
    expect(await shown({ text: 'end' })).toBe(1);
  });

  test('a time is found among many lines, also where some have none', async () => {
    writeFileSync(
      log,
      Array.from(
        { length: 2000 },
        (_, index) => `${new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString()} x\n  continued\n`,
      ).join(''),
    );
    await logs.view('application', ALL_LINES);
    expect(await logs.placeOf('application', ALL_LINES, Date.UTC(2026, 0, 1) + 1500 * 60_000)).toBeGreaterThanOrEqual(2999);
    expect(await logs.placeOf('application', ALL_LINES, Date.UTC(2026, 0, 1) + 1500 * 60_000)).toBeLessThanOrEqual(3000);
    expect(await logs.placeOf('application', ALL_LINES, 0)).toBe(0);
    expect(await logs.placeOf('application', ALL_LINES, Date.UTC(2030, 0, 1))).toBeGreaterThanOrEqual(3999);
  });
});

describe('what is shown of a line', () => {
  const shownOf = (raw: string) => readLine(0, raw, createRedactor(['correct horse battery']));

  test('no escapes, no characters that change the order of letters, no secrets', () => {
    expect(shownOf('\u001b[31mred\u001b[0m a\u202eb').text).toBe('red a\ufffdb');
    expect(shownOf('token=abcdef123456 correct horse battery').text).toBe('token=[redacted] [redacted]');
  });

  test('its time, its level, and what it names', () => {
    expect(shownOf('2026-02-15T03:00:00Z ERROR R-0042 see approvals show 7, errors show 3, S-0001')).toMatchObject({
      at: Date.UTC(2026, 1, 15, 3),
      level: 'error',
      links: [
        { kind: 'release', id: 'R-0042' },
        { kind: 'security', id: 'S-0001' },
        { kind: 'approval', id: '7' },
        { kind: 'error', id: '3' },
      ],
    });
    expect(shownOf('[2026-02-15 10:30:00] x').at).toBe(new Date(2026, 1, 15, 10, 30).getTime());
    expect(shownOf('nothing')).toMatchObject({ at: null, level: null, links: [] });
  });
});

describe('logs that are no lines', () => {
  test('entries of JSON logs are lines', async () => {
    put('knowledge/system/update_log.json', [
      { type: 'MODIFIED', relative_path: 'libs/공유.py', timestamp: '2026-02-15T03:00:00', status: 'SUCCESS', release: 'R-0042' },
    ]);
    put('knowledge/health_log.json', [
      { timestamp: '2026-02-15T03:00:30', status: 'DEGRADED', issues_count: 2, auto_fixes_count: 1 },
    ]);
    put('knowledge/system/security_update_log.json', [
      {
        timestamp: '2026-02-15T02:00:00',
        status: 'SUCCESS',
        outdated_packages: 5,
        vulnerabilities: 2,
        update_results: { requests: true },
      },
    ]);
    const first = async (id: 'updates' | 'health' | 'security') => (await logs.page(id, ALL_LINES, 0, 1)).lines[0];
    for (const id of ['updates', 'health', 'security'] as const) expect((await logs.view(id, ALL_LINES)).shown).toBe(1);
    expect(await first('updates')).toMatchObject({
      text: '2026-02-15T03:00:00  SUCCESS  MODIFIED  libs/공유.py  R-0042',
      links: [{ kind: 'release', id: 'R-0042' }],
    });
    expect(await first('health')).toMatchObject({ text: '2026-02-15T03:00:30  DEGRADED  issues 2  fixes 1', level: 'warn' });
    expect((await first('security'))?.text).toContain('requests updated');
    expect((await logs.view('updates', query({ text: 'nothing' }))).shown).toBe(0);
  });

  test('a JSON log that is none could not be read, which is not the same as empty', async () => {
    put('knowledge/health_log.json', []);
    writeFileSync(join(workspace, 'knowledge/health_log.json'), '[{"timestamp": ');
    expect(await logs.view('health', ALL_LINES)).toMatchObject({
      state: 'unreadable',
      detail: expect.stringContaining('health_log.json') as string,
    });
    expect((await logs.view('security', ALL_LINES)).state).toBe('missing');
  });

  test('what rituals printed stands below their runs, the oldest first', async () => {
    const run = { scheduledFor: 0, startedAt: Date.UTC(2026, 1, 15), finishedAt: 1, trigger: 'schedule' as const, detail: '' };
    runs.push({ id: 2, ritual: 'SECOND', result: 'failed', ...run }, { id: 1, ritual: 'FIRST', result: 'done', ...run });
    await logs.view('rituals', ALL_LINES);
    const { lines } = await logs.page('rituals', ALL_LINES, 0, 10);
    expect(lines.map(({ text }) => text.trim().split('  ').slice(1, 3).join(' '))).toEqual([
      'INFO FIRST',
      '',
      '',
      'ERROR SECOND',
      '',
      '',
    ]);
    expect(lines[2]).toMatchObject({ links: [{ kind: 'release', id: 'R-0042' }] });
  });

  test('exported lines are those that are shown, without secrets, and never half a file', async () => {
    writeFileSync(log, 'INFO a\nERROR password=hunter2hunter2\nINFO b\n');
    await logs.view('application', query({ level: 'error' }));
    const target = join(workspace, 'out.log');
    expect(await logs.exportTo('application', query({ level: 'error' }), target)).toBe(1);
    expect(readFileSync(target, 'utf8')).toBe('ERROR password=[redacted]\n');
    await expect(logs.exportTo('application', ALL_LINES, join(workspace, 'no/such/out.log'))).rejects.toThrow('ENOENT');
  });

  test('nobody names a path: a log that is not of the list is not there', async () => {
    await expect(logs.view('audit', ALL_LINES)).rejects.toMatchObject({ code: 'not-found' });
    expect(logs.sources().map(({ id }) => id)).toEqual(['updates', 'annealing', 'health', 'security', 'rituals', 'application']);
  });
});
