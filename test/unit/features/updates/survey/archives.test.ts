import { afterEach, beforeEach, expect, test } from 'vitest';
import { createArchiveIndex } from '../../../../../electron/features/updates/archive/archive-index.ts';
import { openObservations } from '../../../../../electron/features/updates/survey/observations.ts';
import { createSurveyRoom, sha256, type SurveyRoom } from './survey-room.ts';

let room: SurveyRoom;
beforeEach(() => {
  room = createSurveyRoom();
});
afterEach(() => room.dispose());

function archived(...paths: string[]): void {
  const archive = createArchiveIndex(room.database);
  const facts = { key: 'a.md', path: 'a.md', hash: sha256('v1'), mode: 0o644, size: 2, archived_at: 0, release: null };
  for (const archive_path of paths) archive.add({ ...facts, archive_path });
}

test('archives of earlier settings stay protected', async () => {
  archived('old/a_1.md', 'older/kept/a_2.md');
  for (const path of ['old/a_1.md', 'OLD/new.md', 'older/kept/a_2.md', '.tmp/archive/x.md']) room.inCore(path, 'from Core');
  for (const path of ['older/a.md', 'oldest/a.md', 'old.md']) room.inCore(path, 'from Core');
  const { rows } = await room.look();
  const isProtected = Object.fromEntries(rows.map((row) => [row.key, row.obstacle?.reason === 'protected']));
  expect(isProtected).toEqual({
    '.tmp/archive/x.md': true,
    'OLD/new.md': true,
    'old/a_1.md': true,
    'older/kept/a_2.md': true,
    'old.md': false,
    'older/a.md': false,
    'oldest/a.md': false,
  });
});

test('what both sides have in an old archive never becomes something that an update may remove', async () => {
  archived('old/a_1.md');
  await room.agreeOn({ 'old/a_1.md': 'v1', 'a.md': 'v1' });
  expect([room.baseOf('old/a_1.md'), room.baseOf('a.md')]).toEqual([undefined, sha256('v1')]);
});

test('the folders are told apart from each other, and a nested one counts with its parent', () => {
  archived('b/2.md', 'b/1.md', 'a/z/1.md', 'a/1.md', 'a/zz.md', 'a-b/1.md', '보관/1.md', 'top.md', 'b0/1.md');
  const observations = openObservations(room.database.path);
  const folders = observations.archiveFolders();
  observations.close();
  expect(folders.filter((folder) => !folder.startsWith('a/'))).toEqual(['a-b', 'a', 'b', 'b0', '보관']);
});
