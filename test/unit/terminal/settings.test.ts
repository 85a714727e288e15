import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCliRoom, type CliRoom } from './cli-room.ts';

let room: CliRoom;
beforeEach(() => {
  room = createCliRoom();
  room.configure('  quietSeconds: 10 # Drive is slow\n');
});
afterEach(() => room.dispose());

test('a setting is read with its default, and changed with its comment kept', async () => {
  expect((await room.run(['settings', 'get', 'updates.when'])).stdout).toBe('immediate\n');
  const looked = await room.run(['settings', 'set', 'updates.quietSeconds', '20', '--dry-run']);
  expect(looked.stdout).toContain('+  quietSeconds: 20 # Drive is slow');
  expect(room.read('nightguard.yaml')).toContain('quietSeconds: 10');
  const { code, value } = await room.json(['settings', 'set', 'updates.quietSeconds', '20']);
  expect([code, value]).toEqual([0, expect.objectContaining({ saved: { state: 'saved', reason: null }, sections: ['updates'] })]);
  expect(room.read('nightguard.yaml')).toContain('  quietSeconds: 20 # Drive is slow');
});

test('what is no setting, or no value of it, is told, and nothing is changed', async () => {
  const before = room.read('nightguard.yaml');
  expect((await room.run(['settings', 'get', 'updates.nothing'])).code).toBe(64);
  const wrong = await room.run(['settings', 'set', 'updates.quietSeconds', 'soon']);
  expect(wrong.code).toBe(1);
  expect(wrong.stderr).toContain('updates.quietSeconds must be a whole number');
  expect(room.read('nightguard.yaml')).toBe(before);
});
