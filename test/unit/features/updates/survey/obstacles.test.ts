import { once } from 'node:events';
import { closeSync, ftruncateSync, mkdirSync, openSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SurveyRequest } from '../../../../../electron/features/updates/survey/types.ts';
import { createSurveyRoom, makeUnreadable, asOrdinaryUser, sha256, type SurveyRoom } from './survey-room.ts';

let room: SurveyRoom;
beforeEach(() => {
  room = createSurveyRoom();
});
afterEach(() => room.dispose());

const obstacles = async (overrides?: Partial<SurveyRequest>): Promise<Record<string, string | null>> => {
  const { rows } = await room.look(overrides);
  return Object.fromEntries(rows.map((row) => [row.key, row.obstacle?.reason ?? null]));
};

describe('symbolic links and other things that are no files', () => {
  test('links in Core are held and not followed, whether they lead to a file, a folder or nowhere', async () => {
    const outside = room.here('outside/secret.py', 'secret');
    symlinkSync(outside, join(room.core, 'file.py'));
    symlinkSync(join(room.workspace, 'outside'), join(room.core, 'folder'));
    symlinkSync('/nowhere', join(room.core, 'dangling.md'));
    expect(await obstacles()).toEqual({ 'file.py': 'symlink', folder: 'symlink', 'dangling.md': 'symlink' });
  });

  test('files below a folder that became a link are not missing', async () => {
    await room.agreeOn({ 'lib/a.py': '1', 'lib/b.py': '2' });
    renameSync(join(room.core, 'lib'), join(room.workspace, 'moved'));
    symlinkSync(join(room.workspace, 'moved'), join(room.core, 'lib'));
    const survey = await room.look();
    expect(survey.rows.map((row) => row.key)).toEqual(['lib']);
    expect(survey.counts.missingFromSource).toBe(0);
    expect(await obstacles({ scope: { kind: 'folders', folders: ['lib'] } })).toEqual({ lib: 'symlink' });
  });

  test('a target that is a link here, or lies behind one, is held', async () => {
    room.inCore('direct.py', 'new');
    room.inCore('linked/deep/a.py', 'new');
    symlinkSync(room.here('real.py', 'x'), join(room.workspace, 'direct.py'));
    mkdirSync(join(room.workspace, 'elsewhere'));
    symlinkSync(join(room.workspace, 'elsewhere'), join(room.workspace, 'linked'));
    expect(await obstacles()).toEqual({ 'direct.py': 'symlink', 'linked/deep/a.py': 'symlink' });
  });

  test('a link that a person put here is left in peace as long as Core does not change', async () => {
    await room.agreeOn({ 'a.py': '1' });
    rmSync(join(room.workspace, 'a.py'));
    symlinkSync('/nowhere', join(room.workspace, 'a.py'));
    expect(await obstacles()).toEqual({ 'a.py': null });
    room.inCore('a.py', '2');
    expect(await obstacles()).toEqual({ 'a.py': 'symlink' });
  });

  test('a folder in the place of the file, and a file in the place of a folder, are held', async () => {
    room.inCore('a.py', 'new');
    room.inCore('lib/b.py', 'new');
    mkdirSync(join(room.workspace, 'a.py'));
    room.here('lib', 'a file');
    expect(await obstacles()).toEqual({ 'a.py': 'not-a-file', 'lib/b.py': 'not-a-file' });
  });

  test.runIf(process.platform !== 'win32')('a socket in Core is held and not read', async () => {
    const server = createServer().listen(join(room.core, 'socket.py'));
    await once(server, 'listening');
    expect(await obstacles()).toEqual({ 'socket.py': 'not-a-file' });
    server.close();
  });
});

describe('names', () => {
  test('two names of one Unicode form are held', async () => {
    room.inCore('메모.md'.normalize('NFC'), 'one');
    room.inCore('메모.md'.normalize('NFD'), 'two');
    expect(await obstacles()).toEqual({ ['메모.md'.normalize('NFC')]: 'name-collision' });
  });

  test('two names of Core that differ only by case are both held', async () => {
    room.inCore('Readme.md', 'one');
    room.inCore('README.md', 'two');
    expect(await obstacles()).toEqual({ 'Readme.md': 'name-collision', 'README.md': 'name-collision' });
  });

  test('a local file or folder that is equal only by case stands in the way', async () => {
    room.inCore('Scout.py', 'new');
    room.inCore('Lib/a.py', 'new');
    room.here('scout.py', 'old');
    room.here('lib/a.py', 'old');
    expect(await obstacles()).toEqual({ 'Scout.py': 'name-collision', 'Lib/a.py': 'name-collision' });
  });

  test('a local file in NFD spelling is the target of a name in NFC', async () => {
    const nfd = '지식/메모.md'.normalize('NFD');
    room.inCore('지식/메모.md'.normalize('NFC'), 'new');
    room.here(nfd, 'old');
    const row = await room.row('지식/메모.md'.normalize('NFC'));
    expect(row).toMatchObject({ obstacle: null, local: { path: nfd, hash: sha256('old') } });
  });

  test("Drive's numbered duplicate is held, and the plain name too when it changed", async () => {
    await room.agreeOn({ 'plan.md': 'one' });
    room.inCore('plan (1).md', 'other');
    expect(await obstacles()).toEqual({ 'plan (1).md': 'duplicate-name' });
    room.inCore('plan.md', 'two');
    expect(await obstacles()).toEqual({ 'plan (1).md': 'duplicate-name', 'plan.md': 'duplicate-name' });
  });

  test('a numbered duplicate of the same content does not hold the plain name', async () => {
    room.inCore('plan.md', 'two');
    room.inCore('plan (2).md', 'two');
    expect(await obstacles()).toEqual({ 'plan (2).md': 'duplicate-name', 'plan.md': null });
  });

  test('a numbered name without a plain one beside it is a name like any other', async () => {
    room.inCore('chapter (1).md', 'text');
    expect(await obstacles()).toEqual({ 'chapter (1).md': null });
  });

  test.runIf(process.platform === 'linux')('names that cannot be written safely are held', async () => {
    room.inCore('line\nbreak.py', 'x');
    room.inCore('back\\slash.py', 'x');
    room.inCore('txt\u202Eyp.md', 'x');
    room.inCore('fold\ter/a.py', 'x');
    room.inCore('fine name (draft), 100%: really?.md', 'x');
    expect(await obstacles()).toEqual({
      'line\nbreak.py': 'unsafe-path',
      'back\\slash.py': 'unsafe-path',
      'txt\u202Eyp.md': 'unsafe-path',
      'fold\ter': 'unsafe-path',
      'fine name (draft), 100%: really?.md': null,
    });
  });
});

describe('protected targets', () => {
  const protectedPaths = ['.git/hooks/post-merge.sh', 'sub/.git/config.txt', '.nightguard/x.json', '.env.local.json', 'a/.ENV.md', 'nightguard.yaml', '.tmp/archive/x.py', 'docs/Audit_Log.md', 'META_AUDIT_LOG.md']; // prettier-ignore

  test('are held when Core has other content, and never recorded', async () => {
    for (const path of protectedPaths) room.inCore(path, 'evil');
    expect(await obstacles()).toEqual(Object.fromEntries(protectedPaths.map((path) => [path, 'protected'])));
    for (const path of protectedPaths) room.here(path, 'evil');
    expect((await room.look()).rows).toEqual([]);
    expect(room.database.all('SELECT key FROM base')).toEqual([]);
  });
});

describe('files that cannot be compared', () => {
  test('a file above the limit is held unread', async () => {
    room.inCore('big.json', 'x'.repeat(2000));
    const survey = await room.look({ maxFileBytes: 1999 });
    expect(survey).toMatchObject({
      rows: [{ key: 'big.json', source: null, obstacle: { reason: 'too-large' } }],
      counts: { hashed: 0 },
    });
  });

  test('a file without blocks is a placeholder unless streams are allowed', async () => {
    const descriptor = openSync(join(room.core, 'cloud.md'), 'w');
    ftruncateSync(descriptor, 5000);
    closeSync(descriptor);
    expect(await obstacles()).toEqual({ 'cloud.md': 'placeholder' });
    expect(await obstacles({ allowStream: true })).toEqual({ 'cloud.md': null });
  });

  test.runIf(process.platform !== 'win32')(
    'an unreadable file or folder is one row, and what lies below is not missing',
    async () => {
      await room.agreeOn({ 'a.py': '1', 'lib/b.py': '1', 'c.py': '1' });
      room.inCore('a.py', '2');
      makeUnreadable(join(room.core, 'a.py'));
      makeUnreadable(join(room.core, 'lib'));
      const survey = await asOrdinaryUser(room, () => room.look());
      expect(Object.fromEntries(survey.rows.map((row) => [row.key, row.obstacle?.reason]))).toEqual({
        'a.py': 'unreadable',
        lib: 'unreadable',
      });
      expect(survey.counts).toMatchObject({ baseFiles: 2, missingFromSource: 0 });
    },
  );
});

describe('MANIFEST.json', () => {
  const manifest = (sums: Record<string, string>): string => room.inCore('MANIFEST.json', JSON.stringify({ files: sums }));

  test('holds files that it does not list or lists otherwise', async () => {
    for (const name of ['good.py', 'wrong.py', 'unlisted.py']) room.inCore(name, name);
    manifest({ 'good.py': sha256('good.py'), 'wrong.py': sha256('something else') });
    expect(await obstacles()).toEqual({ 'good.py': null, 'wrong.py': 'manifest-mismatch', 'unlisted.py': 'manifest-missing' });
    expect((await room.look()).manifest.state).toBe('complete');
  });

  test('is incomplete while a listed file that takes part is not there', async () => {
    room.inCore('a.py', 'a');
    manifest({ 'a.py': sha256('a'), 'b.py': sha256('b'), 'picture.png': sha256('p') });
    expect((await room.look()).manifest).toEqual({ state: 'incomplete', detail: '1 listed and not in Core: b.py' });
  });

  test('that is half-written is invalid', async () => {
    room.inCore('MANIFEST.json', '{"files": {"a.py": "ab');
    expect((await room.look()).manifest.state).toBe('invalid');
  });
});
