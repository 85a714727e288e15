import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../../../../electron/kernel/clock.ts';
import { adoptRoot, inspectRoot, type RootInspection } from '../../../../../electron/features/updates/survey/root.ts';
import { createSurveyRoom, type SurveyRoom } from './survey-room.ts';

let room: SurveyRoom;
let marker: string;
beforeEach(() => {
  room = createSurveyRoom();
  marker = join(room.core, '.nightguard-core.json');
});
afterEach(() => room.dispose());

const inspect = (source = room.core): RootInspection => inspectRoot(source, room.database, false);
const adopt = (source = room.core): string => adoptRoot(source, room.database, systemClock);

test('a folder is first seen, then known by the marker that adoption puts there, and nothing else is left in it', () => {
  expect(inspect()).toEqual({ state: 'first-seen', marker: null });
  const id = adopt();
  expect(inspect()).toEqual({ state: 'ok', marker: id });
  expect(readdirSync(room.core)).toEqual(['.nightguard-core.json']);
  expect(JSON.parse(readFileSync(marker, 'utf8'))).toMatchObject({ id });
});

test('adopting again keeps the marker: other machines know Core by it too', () => {
  expect(adopt()).toBe(adopt());
});

test.each<[string, () => void]>([
  ['is gone', () => rmSync(marker)],
  ['is half-written', () => writeFileSync(marker, '{"id": "5f')],
  ['is that of another Core', () => writeFileSync(marker, '{"id": "11111111-1111-4111-8111-111111111111"}')],
])('when the marker %s the folder is not believed', (_, spoil) => {
  adopt();
  spoil();
  expect(inspect().state).toBe('marker-missing');
});

test('a Core that was moved is known by its marker, another folder is first seen', () => {
  const id = adopt();
  const moved = join(room.workspace, '..', 'moved');
  renameSync(room.core, moved);
  expect(inspect()).toMatchObject({ state: 'unavailable', code: 'source-missing' });
  expect(inspect(moved)).toEqual({ state: 'ok', marker: id });
  mkdirSync(room.core);
  expect(inspect().state).toBe('marker-missing');
  expect(inspect(room.workspace)).toEqual({ state: 'first-seen', marker: null });
});

test('a file in the place of Core is no Core', () => {
  rmSync(room.core, { recursive: true });
  writeFileSync(room.core, '');
  expect(inspect()).toMatchObject({ state: 'unavailable', code: 'source-missing' });
});
