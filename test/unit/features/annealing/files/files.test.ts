import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAnnealingLog } from '../../../../../electron/features/annealing/files/annealing-log.ts';
import { createTrackingFile, type TrackingFile } from '../../../../../electron/features/annealing/files/tracking-file.ts';
import { silentLog } from '../../../../../electron/kernel/ports/log.ts';
import { anEvent, createRoom, NOW, type Room } from '../support/room.ts';

let room: Room;
let file: TrackingFile;
let path: string;
beforeEach(() => {
  room = createRoom();
  path = join(room.workspace, 'knowledge/system/error_tracking.json');
  file = createTrackingFile({ ...room, log: silentLog });
});
afterEach(() => room.dispose());

const content = (): Record<string, unknown> => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
const put = (value: unknown): void => {
  mkdirSync(join(room.workspace, 'knowledge/system'), { recursive: true });
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
};
const KEY = 'FileNotFoundError:fetch_trends';

describe('error_tracking.json', () => {
  it('is what 97layerOS writes', async () => {
    room.ledger.record([anEvent(), anEvent(), anEvent()]);
    await file.sync();
    expect(readFileSync(path, 'utf8')).toMatch(/^\{\n {2}"error_counts": \{\n {4}"FileNotFoundError:fetch_trends": 3\n {2}\},/);
    expect((content()['error_history'] as unknown[]).at(-1)).toEqual({
      timestamp: '2026-02-15T10:30:00',
      error_key: KEY,
      error_type: 'FileNotFoundError',
      error_message: "[Errno 2] No such file or directory: '/path/to/trends.json'",
      count: 3,
      context: { function: 'fetch_trends', file: 'execution/trend_crawler.py', line: 42 },
    });
  });

  it('takes over what was there before, once, and keeps what it does not know', async () => {
    const item = { timestamp: '2026-02-14T00:00:00.123456', error_key: KEY, odd: [1] };
    put({ schema: 7, error_counts: { [KEY]: 2, 'X:unknown': 1 }, error_history: [item] });
    await file.sync();
    await file.sync();
    room.ledger.record([anEvent()]);
    await file.sync();
    expect(content()).toMatchObject({
      schema: 7,
      error_counts: { [KEY]: 3, 'X:unknown': 1 },
      error_history: [item, { count: 3 }],
    });
  });

  it('adds what the other system counts beside us, and forgets what it resets', async () => {
    room.ledger.record([anEvent(), anEvent()]);
    await file.sync();
    const now = content() as { error_counts: Record<string, number>; error_history: unknown[] };
    put({
      error_counts: { [KEY]: 4, 'KeyError:other': 1 },
      error_history: [...now.error_history, { timestamp: '2026-02-15T11:00:00', error_key: 'KeyError:other' }],
    });
    room.ledger.record([anEvent()]);
    await file.sync();
    expect(content()).toMatchObject({ error_counts: { [KEY]: 5, 'KeyError:other': 1 } });
    expect(content()['error_history']).toHaveLength(4);
    put({ ...content(), error_counts: {} });
    await file.sync();
    expect(content()['error_counts']).toEqual({});
  });

  it('holds the newest hundred', async () => {
    for (let n = 0; n < 15; n += 1) room.ledger.record(Array.from({ length: 10 }, () => anEvent({ at: NOW + n * 1000 })));
    await file.sync();
    const history = content()['error_history'] as { timestamp: string }[];
    expect([history.length, history[0]?.timestamp]).toEqual([100, '2026-02-15T10:30:05']);
  });

  it.each(['{"error_counts": {', '[1]', '{"error_counts": 3}', 'null'])('sets an unreadable file aside: %s', async (text) => {
    room.ledger.record([anEvent()]);
    put(text);
    const { quarantined } = await file.sync();
    expect(readFileSync(quarantined!, 'utf8')).toBe(text);
    expect(content()['error_counts']).toEqual({ [KEY]: 1 });
  });

  it('is never written through a link', async () => {
    symlinkSync(tmpdir(), join(room.workspace, 'knowledge'));
    await expect(file.sync()).rejects.toThrow('symbolic link');
    expect(existsSync(join(tmpdir(), 'system/error_tracking.json'))).toBe(false);
  });
});

const SECTION = `## [2026-02-15 10:30:00] FileNotFoundError

**에러 메시지**: [Errno 2] No such file or directory: '/path/to/trends.json'

**컨텍스트**:
- Function: fetch_trends
- File: execution/trend_crawler.py
- Line: 42

**발생 횟수**: 3

**자동 수정 제안**:

1. **FILE_CHECK**: 파일 존재 확인 로직 추가

\`\`\`python
if not Path(file_path).exists():
    logger.error(f'File not found: {file_path}')
    return None
\`\`\`

**상태**: 분석 완료 (수동 검토 필요)

---
`;

const suggestion = {
  rule: 'file-check',
  type: 'FILE_CHECK' as const,
  title: { en: 'Check that the file exists', ko: '파일 존재 확인 로직 추가' },
  code: "if not Path(file_path).exists():\n    logger.error(f'File not found: {file_path}')\n    return None",
  codeLanguage: 'python' as const,
  patch: null,
  noPatch: null,
  proof: null,
};
const analysis = { at: NOW, count: 3, suggestions: [suggestion], source: null, suspect: null, related: [] };

describe('self_annealing_log.md', () => {
  const logPath = (): string => join(room.workspace, 'directives/self_annealing_log.md');
  const log = () => createAnnealingLog(room);

  it('has the layout of 97layerOS, its header once', async () => {
    room.ledger.record([anEvent()]);
    await log().append(room.ledger.group(1), analysis);
    await log().append(room.ledger.group(1), analysis);
    expect(readFileSync(logPath(), 'utf8')).toBe(`# Self-Annealing Log\n\n자가 치유 활동 기록\n\n---\n\n${SECTION}\n${SECTION}`);
  });

  it('keeps what was written before, byte for byte', async () => {
    room.write({ 'directives/self_annealing_log.md': '\uFEFF# Mine\r\n\r\nno end of line' });
    room.ledger.record([anEvent()]);
    await log().append(room.ledger.group(1), analysis);
    expect(readFileSync(logPath(), 'utf8')).toBe(`\uFEFF# Mine\r\n\r\nno end of line\n\n${SECTION}`);
  });

  it('sets a file that is no text aside', async () => {
    mkdirSync(join(room.workspace, 'directives'));
    writeFileSync(logPath(), Buffer.from([0xff, 0xfe, 0x00]));
    room.ledger.record([anEvent()]);
    expect((await log().append(room.ledger.group(1), analysis)).quarantined).toContain('quarantine');
    expect(readdirSync(join(room.workspace, '.nightguard/quarantine'))).toHaveLength(1);
  });

  it('lets no message make headings or end code', async () => {
    room.ledger.record([anEvent({ message: 'a  b' })]);
    const hostile = { ...room.ledger.group(1), message: 'x\n## [fake]\n---' };
    await log().append(hostile, { ...analysis, suggestions: [{ ...suggestion, code: '```\n## out' }] });
    expect(readFileSync(logPath(), 'utf8').match(/^## \[/gm)).toHaveLength(1);
  });
});
