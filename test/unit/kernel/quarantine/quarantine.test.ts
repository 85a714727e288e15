import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compactLocal, localIso, parseLocalIso } from '../../../../electron/kernel/local-time.ts';
import { QUARANTINE_FOLDER, quarantineFile } from '../../../../electron/kernel/quarantine.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nightguard-quarantine-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('three broken files of one name in one second are all kept, byte for byte', async () => {
  const clock = { now: () => new Date(2026, 1, 15, 3, 0, 0).getTime() };
  const moved = [];
  for (const text of ['one', 'two', 'three']) {
    await writeFile(join(folder, 'update_log.json'), text);
    moved.push(await quarantineFile(folder, join(folder, 'update_log.json'), clock));
  }
  expect(moved.map((path) => basename(path))).toEqual([
    'update_log_20260215_030000.json',
    'update_log_20260215_030000-2.json',
    'update_log_20260215_030000-3.json',
  ]);
  expect(await Promise.all(moved.map((path) => readFile(path, 'utf8')))).toEqual(['one', 'two', 'three']);
  expect(moved.every((path) => path.startsWith(join(folder, QUARANTINE_FOLDER)))).toBe(true);
  expect(existsSync(join(folder, 'update_log.json'))).toBe(false);
});

test('a file that is not there leaves no empty place behind', async () => {
  await expect(quarantineFile(folder, join(folder, 'none.json'), { now: () => 0 })).rejects.toThrow(/ENOENT/);
  expect(existsSync(join(folder, QUARANTINE_FOLDER, `none_${compactLocal(0)}.json`))).toBe(false);
});

test('local times are written as Python writes them, and read back to the second', () => {
  const at = new Date(2026, 1, 15, 3, 0, 7, 250).getTime();
  expect(localIso(at)).toBe('2026-02-15T03:00:07');
  expect(compactLocal(at)).toBe('20260215_030007');
  expect(parseLocalIso('2026-02-15T03:00:07')).toBe(at - 250);
  expect(parseLocalIso('2026-02-15T03:00:07.250431')).toBe(at);
});

test.each(['', 'yesterday', '2026-13-01T00:00:00', '2026-02-30T00:00:00', '2026-02-15T24:00:00', '2026-02-15'])(
  'what is no local time is refused: %j',
  (text) => {
    expect(parseLocalIso(text)).toBeNull();
  },
);
