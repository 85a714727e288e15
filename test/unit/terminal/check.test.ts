import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCliRoom, type CliRoom } from './cli-room.ts';

let room: CliRoom;
beforeEach(() => {
  room = createCliRoom();
  room.configure('environment:\n  memoryPercent: 100\n  diskPercent: 100\n  directories: [data]\n');
});
afterEach(() => room.dispose());

test('`check --no-install` looks only and ends with 1 when something is missing', async () => {
  const { code, value } = await room.json(['check', '--no-install']);
  expect(code).toBe(1);
  expect(value).toMatchObject({
    passed: false,
    results: { 'Required Directories': 'FAIL', 'Write Access': 'PASS' },
    issues: [{ type: 'MISSING_DIRECTORIES', severity: 'ERROR', message: 'data is not there', command: 'mkdir -p "data"' }],
    fixes_applied: [],
  });
  const { stdout } = await room.run(['check', '--no-install'], { LANG: 'ko_KR.UTF-8' });
  expect(stdout).toContain('필수 폴더');
  expect(stdout).toContain('data 없음');
});

test('`check` puts right what it can, says so, and ends with 0', async () => {
  const { code, stdout } = await room.run(['check']);
  expect(code).toBe(0);
  expect(stdout).toContain('The environment is as it should be');
  expect(stdout).toContain('Created the folder data');
  expect((await room.json(['check'])).value).toMatchObject({ passed: true, fixes_applied: [] });
});

test('`check` does nothing with settings that could not be read', async () => {
  room.configure('environment:\n  directories: 7\n');
  const { code, stderr } = await room.run(['check']);
  expect(code).toBe(1);
  expect(stderr).toContain('Nothing was done');
});
