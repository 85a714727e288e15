import { cpSync, existsSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Guardian } from '../../../../../electron/guardian-api.ts';
import { createSandbox } from '../../../../support/sandbox.ts';
import { DNA, person, update } from './immune-room.ts';
import { createVigilRoom, problemsOf, type VigilRoom } from './vigil-room.ts';

// What Nightguard knows of a constitution must not set it free when the constitution is removed.

const IMMUNE = '02_AAOS-Immune_system';
let room: VigilRoom;
beforeEach(async () => {
  room = createVigilRoom();
  await (await room.watching()).dispose();
  room.inCore('work/a.py', 'A = 2\n');
});
afterEach(() => room.dispose());

const at = (path: string): string => join(room.workspace, path);
const takeAway = (): void => renameSync(at(IMMUNE), join(room.folder, 'away'));
const gone = (guardian: Guardian): string => {
  const change = guardian.governance.vigil.lookForUnlogged().find(({ path }) => path === IMMUNE);
  expect(change).toMatchObject({ change: 'removed', is: null });
  return change?.was ?? '';
};
const accept = (guardian: Guardian, confirm: string): unknown =>
  guardian.governance.vigil.acceptChange({ path: IMMUNE, confirm, reason: 'We do without.', decider: person });

test('nothing is done while the immune system is gone without a word, by whatever door, and all goes on when it is put back', async () => {
  takeAway();
  const guardian = await room.guardian(room.clock);
  expect(await update(guardian)).toMatchObject({ release: null, reason: expect.stringContaining('audit accept') as string });
  expect(room.read('work/a.py')).toBe('A = 1\n');
  expect(existsSync(at(IMMUNE))).toBe(false);
  cpSync(join(room.folder, 'away'), at(IMMUNE), { recursive: true, preserveTimestamps: true });
  expect(await update(guardian)).toMatchObject({ status: 'COMPLETED' });
});

test('a link that leads nowhere in its place is no way around it', async () => {
  takeAway();
  symlinkSync(join(room.folder, 'nowhere'), at(IMMUNE));
  await update(await room.guardian(room.clock));
  expect(room.read('work/a.py')).toBe('A = 1\n');
});

test('settings that point elsewhere do not lift it either', async () => {
  room.governance({ documents: { immuneSystem: 'nowhere', immuneDoctrine: 'nowhere/RULE.md' } });
  await update(await room.guardian(room.clock));
  expect(room.read('work/a.py')).toBe('A = 1\n');
});

test('a person’s word ends it, bound to what was there: acts go on, and the alarm is over', async () => {
  takeAway();
  const guardian = await room.guardian(room.clock);
  await guardian.watch();
  await vi.waitFor(() => expect(problemsOf(guardian, 'immune-violated')).toHaveLength(1), 20_000);
  expect(problemsOf(guardian, 'audit-unlogged')).toMatchObject([{ detail: `${IMMUNE} (removed)`, severity: 'harm' }]);
  const hash = gone(guardian);
  expect(() => accept(guardian, '000000')).toThrow(/beginning of the hash/);
  expect(room.read('work/a.py')).toBe('A = 1\n');
  accept(guardian, hash.slice(0, 8));
  expect(existsSync(at(IMMUNE))).toBe(false);
  expect(await update(guardian)).toMatchObject({ status: 'COMPLETED' });
  await guardian.governance.vigil.checkSelf();
  expect(guardian.governance.vigil.lookForUnlogged()).toEqual([]);
  expect(problemsOf(guardian, 'immune-violated')).toEqual([]);
});

test('an immune system that is taken in again after that is guarded as before', async () => {
  takeAway();
  const guardian = await room.guardian(room.clock);
  accept(guardian, gone(guardian));
  renameSync(join(room.folder, 'away'), at(IMMUNE));
  await guardian.governance.vigil.checkSelf();
  guardian.governance.vigil.lookForUnlogged();
  room.here(DNA, '# Forged\n');
  expect(guardian.governance.vigil.lookForUnlogged().map(({ path }) => path)).toContain(DNA);
  renameSync(at(IMMUNE), join(room.folder, 'away-again'));
  await update(guardian);
  expect(room.read('work/a.py')).toBe('A = 1\n');
});

test('where none was ever recorded, its absence is no fault', async () => {
  const sandbox = createSandbox({ core: { 'a.py': 'A = 2\n' }, workspace: { 'b.py': 'B = 1\n' } });
  try {
    const guardian = await sandbox.guardian();
    expect(await update(guardian)).toMatchObject({ status: 'COMPLETED' });
  } finally {
    await sandbox.dispose();
  }
});
