import { chmodSync, mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSurveyRoom, sha256, type SurveyRoom } from './survey-room.ts';

let room: SurveyRoom;
beforeEach(() => {
  room = createSurveyRoom();
});
afterEach(() => room.dispose());

/** Waits until a file's hash may be remembered: its ctime must clearly lie in the past. */
const untilCacheable = (path: string): Promise<void> =>
  vi.waitUntil(() => Date.now() - statSync(path).ctimeMs > 150, { interval: 10 }).then(() => undefined);

describe('what is compared', () => {
  test('a file that is only in Core is reported with its content', async () => {
    room.inCore('agents/scout.py', 'print(1)\n');
    const row = await room.row('agents/scout.py');
    expect(row).toMatchObject({
      base: null,
      local: null,
      obstacle: null,
      source: { path: 'agents/scout.py', hash: sha256('print(1)\n'), size: 9 },
    });
  });

  test('where both sides have the same content nothing is reported and the agreement is remembered', async () => {
    room.inCore('a.py', 'same');
    room.here('a.py', 'same');
    const survey = await room.look();
    expect(survey.rows).toEqual([]);
    expect(room.baseOf('a.py')).toBe(sha256('same'));
    expect(survey.counts).toMatchObject({ sourceFiles: 1, baseFiles: 0, missingFromSource: 0 });
  });

  test('a change on either side shows base, source and local', async () => {
    await room.agreeOn({ 'a.py': 'one', 'b.py': 'one' });
    room.inCore('a.py', 'two');
    room.here('b.py', 'three');
    expect(await room.row('a.py')).toMatchObject({
      base: sha256('one'),
      source: { hash: sha256('two') },
      local: { hash: sha256('one') },
    });
    expect(await room.row('b.py')).toMatchObject({
      base: sha256('one'),
      source: { hash: sha256('one') },
      local: { hash: sha256('three') },
    });
  });

  test('a file that vanished from Core is reported and counted as missing', async () => {
    await room.agreeOn({ 'a.py': 'one', 'b.py': 'two' });
    rmSync(join(room.core, 'a.py'));
    const survey = await room.look();
    expect(survey.rows).toMatchObject([{ key: 'a.py', source: null, local: { hash: sha256('one') } }]);
    expect(survey.counts).toMatchObject({ baseFiles: 2, missingFromSource: 1, sourceFiles: 1 });
  });

  test('a file that is gone on both sides stays in the base: Core may be empty by accident', async () => {
    await room.agreeOn({ 'a.py': 'one' });
    rmSync(join(room.core, 'a.py'));
    rmSync(join(room.workspace, 'a.py'));
    expect(await room.row('a.py')).toMatchObject({ base: sha256('one'), source: null, local: null });
    expect(room.baseOf('a.py')).toBe(sha256('one'));
  });

  test('a file that the settings no longer include is not missing', async () => {
    await room.agreeOn({ 'a.py': 'one', 'b.md': 'two' });
    rmSync(join(room.core, 'b.md'));
    const survey = await room.look({ include: ['*.py'] });
    expect(survey.rows).toEqual([]);
    expect(survey.counts).toMatchObject({ baseFiles: 1, missingFromSource: 0 });
  });

  test('the executable bits of Core come along', async () => {
    const path = room.inCore('run.sh', '#!/bin/sh\n');
    chmodSync(path, 0o755);
    expect((await room.row('run.sh'))?.source?.mode).toBe(0o111);
  });

  test('the youngest arrival is that of the bytes, not the mtime that Drive sets', async () => {
    const before = Date.now() - 1000;
    const path = room.inCore('a.py', 'new');
    utimesSync(path, 1_000_000, 1_000_000);
    expect((await room.look()).youngestArrival).toBeGreaterThan(before);
    utimesSync(path, 9_000_000_000, 9_000_000_000);
    expect((await room.look()).youngestArrival).toBeLessThan(Date.now() + 1000);
  });

  test('Drive pointers are counted and nothing else', async () => {
    for (const name of ['plan.gdoc', 'sheet.gsheet', 'map.GMAP']) room.inCore(name, '{}');
    expect(await room.look({ include: ['*'] })).toMatchObject({ rows: [], counts: { pointers: 3, sourceFiles: 0 } });
  });

  test('a missing Core is an error, never an empty one', async () => {
    await room.agreeOn({ 'a.py': 'one' });
    rmSync(room.core, { recursive: true });
    await expect(room.look()).rejects.toMatchObject({ code: 'source-missing' });
  });
});

describe('what is remembered of files', () => {
  test('nothing is read again while nothing changes', async () => {
    await room.agreeOn({ 'a.py': 'one', 'lib/b.py': 'two' });
    await untilCacheable(join(room.workspace, 'lib/b.py'));
    expect((await room.look()).counts.hashed).toBe(4);
    expect((await room.look()).counts.hashed).toBe(0);
  });

  test('a file that was written this very moment is read again next time', async () => {
    room.inCore('a.py', 'one');
    await room.look();
    expect(room.database.all('SELECT path FROM stat_cache')).toEqual([]);
  });

  test('other content of the same size behind a restored mtime is noticed', async () => {
    await room.agreeOn({ 'a.py': 'one' });
    const path = join(room.core, 'a.py');
    const longAgo = 1_700_000_000;
    utimesSync(path, longAgo, longAgo);
    const before = statSync(path, { bigint: true });
    await untilCacheable(path);
    await room.look();
    expect((await room.look()).counts.hashed).toBe(0);
    writeFileSync(path, 'two');
    utimesSync(path, longAgo, longAgo);
    const { ino, size, mtimeNs } = statSync(path, { bigint: true });
    expect({ ino, size, mtimeNs }, 'the lie is perfect').toEqual({ ino: before.ino, size: before.size, mtimeNs: before.mtimeNs });
    expect(await room.row('a.py')).toMatchObject({ source: { hash: sha256('two') } });
  });

  test('what is gone is forgotten by a full survey', async () => {
    await room.agreeOn({ 'a.py': 'one' });
    await untilCacheable(join(room.workspace, 'a.py'));
    await room.look();
    expect(room.database.all('SELECT path FROM stat_cache')).toHaveLength(2);
    rmSync(join(room.core, 'a.py'));
    await room.look();
    expect(room.database.all('SELECT root FROM stat_cache')).toEqual([{ root: 'local' }]);
  });
});

describe('a survey of some folders', () => {
  const only = (...folders: string[]): { scope: { kind: 'folders'; folders: string[] } } => ({
    scope: { kind: 'folders', folders },
  });
  const keysOf = async (...folders: string[]): Promise<string[]> =>
    (await room.look(only(...folders))).rows.map((row) => row.key).sort();

  beforeEach(() => room.agreeOn({ 'top.py': '1', 'lib/a.py': '1', 'lib/deep/b.py': '1', 'other/c.py': '1' }));

  test('looks at these folders only', async () => {
    for (const path of ['top.py', 'lib/a.py', 'lib/deep/b.py', 'other/c.py']) room.inCore(path, '2');
    expect(await keysOf('lib')).toEqual(['lib/a.py']);
    expect(await keysOf('')).toEqual(['top.py']);
    expect(await keysOf('lib/deep', 'other')).toEqual(['lib/deep/b.py', 'other/c.py']);
  });

  test('enters folders that it does not know', async () => {
    room.inCore('lib/new/er/d.py', '1');
    expect(await keysOf('lib')).toEqual(['lib/new/er/d.py']);
  });

  test('sees that a folder is gone with everything below it', async () => {
    rmSync(join(room.core, 'lib'), { recursive: true });
    const survey = await room.look(only('lib', ''));
    expect(survey.rows.map((row) => [row.key, row.source])).toEqual([
      ['lib/a.py', null],
      ['lib/deep/b.py', null],
    ]);
    expect(survey.counts).toMatchObject({ baseFiles: 3, missingFromSource: 2 });
  });

  test('sees through its parent that a folder is gone', async () => {
    rmSync(join(room.core, 'lib/deep'), { recursive: true });
    expect(await keysOf('lib')).toEqual(['lib/deep/b.py']);
  });

  test('finds a folder whose name Core spells in NFD', async () => {
    room.inCore(`${'지식'.normalize('NFD')}/메모.md`, 'x');
    expect(await keysOf('지식'.normalize('NFC'))).toEqual(['지식/메모.md'.normalize('NFC')]);
  });

  test('sees a collision with a folder that differs by case', async () => {
    room.inCore('Lib/a.py', '9');
    const survey = await room.look(only('Lib'));
    expect(survey.rows.map((row) => [row.key, row.obstacle?.reason])).toContainEqual(['Lib/a.py', 'name-collision']);
  });

  test('follows a folder that was renamed', async () => {
    renameSync(join(room.core, 'lib'), join(room.core, 'libs'));
    expect(await keysOf('', 'lib', 'libs')).toEqual(['lib/a.py', 'lib/deep/b.py', 'libs/a.py', 'libs/deep/b.py']);
  });

  test('an empty list looks at nothing', async () => {
    mkdirSync(join(room.core, 'empty'));
    expect(await room.look(only())).toMatchObject({ rows: [], full: false, counts: { sourceFiles: 0, baseFiles: 0 } });
  });
});
