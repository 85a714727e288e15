import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStatusBoard, type StatusBoard } from '../../../../electron/features/updates/status-board.ts';
import { systemClock } from '../../../../electron/kernel/clock.ts';
import { openDatabase, type Database } from '../../../../electron/kernel/database.ts';
import { silentLog } from '../../../../electron/kernel/ports/log.ts';
import { kernelMigrations } from '../../../../electron/kernel/schema.ts';

let folder: string;
let database: Database;
let board: StatusBoard;
const open = (): StatusBoard => createStatusBoard(database, systemClock, silentLog, () => undefined);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightguard-board-'));
  database = openDatabase(join(folder, 'state.db'), kernelMigrations);
  board = open();
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const codes = (of: StatusBoard): string[] => of.problems.map((problem) => problem.code);

test('a watcher that is deaf is a problem until it hears again', () => {
  board.setWatcher({ state: 'deaf', since: 1, detail: 'ENOSPC' });
  expect(board.problems).toMatchObject([{ code: 'watcher-deaf', severity: 'warning', detail: 'ENOSPC' }]);
  board.setWatcher({ state: 'watching', since: 2, detail: '' });
  expect(codes(board)).toEqual([]);
});

test('a problem survives a restart, and one of a kind is enough', () => {
  board.raise({ code: 'release-failed', detail: 'first', severity: 'harm', release: null });
  board.raise({ code: 'release-failed', detail: 'second', severity: 'harm', release: null });
  expect(open().problems).toMatchObject([{ code: 'release-failed', detail: 'second' }]);
});

test('a problem is shown even when it cannot be written down', () => {
  database.run('DROP TABLE facts');
  database.run('CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL CHECK (length(value) < 3))');
  board.raise({ code: 'disk-full', detail: 'no room', severity: 'harm', release: null });
  expect(codes(board)).toEqual(['disk-full']);
});

test('a pause that is over is no pause', () => {
  board.setPaused(systemClock.now() - 1);
  expect(board.pausedUntil).toBeNull();
});
