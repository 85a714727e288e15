import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createArchiveIndex, type ArchiveIndex } from '../../../../../electron/features/updates/archive/archive-index.ts';
import { previewPrune, prune, type PruneContext } from '../../../../../electron/features/updates/archive/prune.ts';
import { updatesMigrations } from '../../../../../electron/features/updates/schema.ts';
import { createActRecord } from '../../../../../electron/kernel/act-record.ts';
import { systemClock } from '../../../../../electron/kernel/clock.ts';
import { openDatabase, type Database } from '../../../../../electron/kernel/database.ts';
import { kernelMigrations } from '../../../../../electron/kernel/schema.ts';
import type { Retention } from '../../../../../shared/model/settings.ts';
import { sha256, writeTree } from '../../../../support/tree.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 1, 15, 12);
const only = (last: number): Retention => ({ last, daily: 0, weekly: 0, monthly: 0 });

let workspace: string;
let database: Database;
let archive: ArchiveIndex;
let context: PruneContext;
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'nightguard-prune-'));
  database = openDatabase(join(workspace, '.nightguard/state.db'), [...kernelMigrations, ...updatesMigrations]);
  archive = createArchiveIndex(database);
  const clock = { ...systemClock, now: () => NOW };
  const gate = { judge: () => ({ verdict: 'allow' as const }) };
  context = { workspace, archive, database, clock, audit: createActRecord(database, clock), gate };
});
afterEach(() => {
  database.close();
  rmSync(workspace, { recursive: true, force: true });
});

const pathOf = (content: string): string => `.tmp/archive/a_${content}.txt`;
function archived(content: string, daysAgo: number, key = 'a.txt'): number {
  writeTree(workspace, { [pathOf(content)]: content });
  const facts = { hash: sha256(content), mode: 0o644, size: content.length, archived_at: NOW - daysAgo * DAY, release: null };
  return archive.add({ key, path: key, ...facts, archive_path: pathOf(content) });
}
const left = (...contents: string[]): string[] => contents.filter((content) => existsSync(join(workspace, pathOf(content))));

test('a missing copy does not count: the newest that is really there stays', () => {
  const ids = [archived('v1', 3), archived('v2', 2), archived('v3', 1)];
  rmSync(join(workspace, pathOf('v3')));
  prune(context, only(1), undefined, 'library');
  expect(left('v1', 'v2', 'v3')).toEqual(['v2']);
  // What is missing is known still: the check of the archive tells of it.
  expect(ids.map((id) => archive.get(id) !== null)).toEqual([false, true, true]);
});

test('a copy that was cut short, or is something else now, does not count either', () => {
  for (const [content, daysAgo] of [['v1', 4], ['v2', 3], ['v3', 2], ['v4', 1]] as const) archived(content, daysAgo); // prettier-ignore
  writeFileSync(join(workspace, pathOf('v4')), 'v');
  rmSync(join(workspace, pathOf('v3')));
  writeTree(workspace, { [`${pathOf('v3')}/x`]: '' });
  prune(context, only(1), undefined, 'library');
  expect(left('v1', 'v2', 'v3', 'v4')).toEqual(['v2', 'v3', 'v4']);
});

test('what was archived last counts as newest, whatever the clock said then', () => {
  archived('v1', -5 * 365);
  archived('v2', 20 * 365);
  archived('v3', 1);
  archived('v4', 3);
  prune(context, only(2), undefined, 'library');
  expect(left('v3', 'v4')).toEqual(['v3', 'v4']);
  expect(left('v1', 'v2')).toEqual([]);
});

test('the newest of each day, week and month is kept among those that are there', () => {
  archived('d3', 3);
  archived('d2-early', 2);
  archived('d2-late', 2);
  archived('d0', 0);
  rmSync(join(workspace, pathOf('d2-late')));
  const preview = previewPrune(context, { last: 1, daily: 3, weekly: 0, monthly: 0 });
  expect(preview.remove.map((version) => version.archivePath)).toEqual([pathOf('d3')]);
  expect(preview).toMatchObject({ keep: 3, bytes: 2 });
});

test('files with few versions are not even looked at, and one of each file always stays', () => {
  archived('v1', 900, 'a.txt');
  archived('w1', 900, 'b.txt');
  expect(previewPrune(context, only(1))).toMatchObject({ remove: [], keep: 2 });
});

test('a preview that is out of date removes nothing', () => {
  archived('v1', 2);
  archived('v2', 1);
  const { token } = previewPrune(context, only(1));
  archived('v3', 0);
  expect(() => prune(context, only(1), token, 'library')).toThrow(/has changed since the preview/);
  expect(left('v1', 'v2', 'v3')).toHaveLength(3);
});
