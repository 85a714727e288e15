import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Guardian } from '../../../../../electron/guardian-api.ts';
import { plainEntry, renderLog } from '../audit-log/audit-room.ts';
import { update } from './immune-room.ts';
import { createVigilRoom, DAY, LOG, problemsOf, type VigilRoom } from './vigil-room.ts';

let room: VigilRoom;
let folder: string;
beforeEach(() => {
  room = createVigilRoom();
  folder = join(room.drive, 'checkpoints');
  room.governance({ audit: { checkpointFolder: folder } });
});
afterEach(() => room.dispose());

const notes = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.txt'));
const signed = (guardian: Guardian): Promise<void> =>
  vi.waitFor(() => expect(guardian.governance.auditStatus().checkpoint.at).not.toBeNull(), 20_000);

test('a watched log is signed into the folder, and the private key is in neither', async () => {
  const guardian = await room.watching();
  await signed(guardian);
  expect(guardian.governance.auditStatus().checkpoint).toEqual({ at: room.clock.now(), folder, problem: null });
  expect(notes()).toHaveLength(1);
  const [secret = ''] = readdirSync(join(room.folder, 'secrets')).map((name) =>
    readFileSync(join(room.folder, 'secrets', name), 'utf8'),
  );
  const key = secret.split('\n')[1] ?? '';
  expect(key.length).toBeGreaterThan(40);
  const written = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  expect([...written, room.read(LOG) ?? ''].join('\n')).not.toContain(key);
});

test('it is signed again only when it has moved and its time has come', async () => {
  const guardian = await room.watching();
  await signed(guardian);
  const at = (): number | null => guardian.governance.auditStatus().checkpoint.at;
  const nextDay = async (): Promise<void> => {
    room.clock.advance(DAY);
    const looked = (): number | undefined => guardian.governance.auditLog()?.lastVerified('full')?.at;
    await vi.waitFor(() => expect(looked()).toBe(room.clock.now()), 20_000);
    await guardian.governance.verifyAudit();
  };
  // What the first day wrote.
  await nextDay();
  await vi.waitFor(() => expect(at()).toBe(room.clock.now()), 20_000);
  const [signedAt, count] = [at(), notes().length];
  await nextDay();
  expect([at(), notes().length]).toEqual([signedAt, count]);
  room.inCore('work/a.py', 'A = 2\n');
  await update(guardian);
  expect(at()).toBe(signedAt);
  await nextDay();
  await vi.waitFor(() => expect(at()).toBe(room.clock.now()), 20_000);
  expect(notes()).toHaveLength(count + 1);
});

const forged = (): Buffer => renderLog([plainEntry('nothing/happened'), plainEntry('really/nothing')]);

test('a log that was rewritten, and the database with it, is found by the notes in the folder and stops every act', async () => {
  const before = await room.watching();
  await signed(before);
  await before.dispose();
  room.forget();
  writeFileSync(join(room.workspace, LOG), forged());

  const guardian = await room.guardian(room.clock);
  expect(await guardian.governance.verifyAudit()).toMatchObject({
    state: 'broken',
    breaks: [{ rule: 'checkpoint-differs' }],
  });
  expect(problemsOf(guardian, 'audit-broken')).toMatchObject([{ severity: 'harm' }]);
  room.inCore('work/a.py', 'A = 2\n');
  await expect(update(guardian)).rejects.toMatchObject({ code: 'audit-broken' });
  expect(room.read('work/a.py')).toBe('A = 1\n');
  expect(room.log().equals(forged())).toBe(true);
  expect(notes()).toHaveLength(1);
});

test('a tail that was cut off is found the same way, also when the key is lost and only its public half lies there', async () => {
  const before = await room.watching();
  await signed(before);
  room.inCore('work/a.py', 'A = 2\n');
  await update(before);
  await before.governance.vigil.checkpoint();
  await before.dispose();
  const { length } = room.log();
  room.forget();
  rmSync(join(room.folder, 'secrets'), { recursive: true });
  const end = room.log().lastIndexOf('\n---\n', room.log().lastIndexOf('R-0001'));
  writeFileSync(join(room.workspace, LOG), room.log().subarray(0, room.log().lastIndexOf('---\n', end - 1)));
  expect(room.log().length).toBeLessThan(length);

  const guardian = await room.guardian(room.clock);
  expect(await guardian.governance.verifyAudit()).toMatchObject({ state: 'broken', breaks: [{ rule: 'checkpoint-differs' }] });
});

test('a note that cannot be put away is a problem until it is; a Drive that is not there is not made up', async () => {
  rmSync(room.drive, { recursive: true });
  const guardian = await room.watching();
  await signed(guardian);
  expect(problemsOf(guardian, 'checkpoint-failed')).toMatchObject([{ severity: 'warning' }]);
  mkdirSync(room.drive);
  room.clock.advance(DAY);
  await vi.waitFor(() => expect(problemsOf(guardian, 'checkpoint-failed')).toEqual([]), 20_000);
  expect(notes()).toHaveLength(1);
});

test('notes that are not there any more are told of before anything new is signed in their place', async () => {
  const guardian = await room.watching();
  await signed(guardian);
  rmSync(folder, { recursive: true });
  room.clock.advance(DAY);
  await vi.waitFor(() => expect(problemsOf(guardian, 'checkpoint-failed')).toMatchObject([{ severity: 'warning' }]), 20_000);
  expect(existsSync(folder)).toBe(false);
  room.clock.advance(DAY);
  await vi.waitFor(() => expect(problemsOf(guardian, 'checkpoint-failed')).toEqual([]), 20_000);
  expect(notes()).toHaveLength(1);
});

test('a log that does not verify is not signed', async () => {
  const guardian = await room.watching();
  await signed(guardian);
  room.appendToLog('\n---\ntimestamp: 2026-02-15T03:00:00Z\nhash: 0000000000000000\n---\n');
  await expect(guardian.governance.vigil.checkpoint()).rejects.toMatchObject({ code: 'audit-broken' });
  expect(notes()).toHaveLength(1);
});
