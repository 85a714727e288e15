import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../../electron/kernel/clock.ts';
import { createWorkspaceLock } from '../../../electron/kernel/workspace-lock.ts';
import { createCliRoom, ended, said, type CliRoom } from './cli-room.ts';

let room: CliRoom;
beforeEach(() => {
  room = createCliRoom();
});
afterEach(() => room.dispose());

test.each([
  [['updat']],
  [['update', '--nonsense']],
  [['rollback']],
  [['rollback', 'R-0001', '--file', 'a']],
  [['rollback', '--to', 'sometime']],
  [['rollback', 'x']],
  [['archive', 'show', 'abc']],
  [['archive', 'list', '--limit', '0']],
  [['decide', 'a.py', 'maybe']],
  [['status', 'extra']],
  [['status', '--workspace', 'nowhere']],
])('%j is a usage error: 64, and with --json one document', async (args) => {
  room.configure('');
  const { code, value, stderr } = await room.json(args);
  expect(code).toBe(64);
  expect(value).toMatchObject({ error: { code: 'usage', message: expect.stringMatching(/.+/) as string } });
  expect(stderr).toBe('');
});

test('outside of a workspace it explains init', async () => {
  const { code, stdout, stderr } = await room.run(['status']);
  expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
  expect(stderr).toContain('nightguard init');
});

test('a real process prints one JSON document and nothing else, and ends with the same code', async () => {
  room.configure('  quietSeconds: 0\n');
  room.here('b.py', 'B = 0\n');
  room.inCore('a.py', 'A = 1\n');
  room.inCore('b.py', 'B = 1\n');
  const { code, stdout, stderr } = await ended(room.start(['update', '--json'], { FORCE_COLOR: '1' }));
  expect(JSON.parse(stdout)).toMatchObject({ status: 'COMPLETED', success_count: 1, held_count: 1 });
  expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
  const usage = await ended(room.start(['updat', '--json']));
  expect(JSON.parse(usage.stdout)).toMatchObject({ error: { code: 'usage' } });
  expect(usage).toMatchObject({ code: 64, stderr: '' });
});

test('help and version end with 0', async () => {
  expect(await room.run(['--version'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string });
  const help = await room.run(['help', 'rollback']);
  expect(help.code).toBe(0);
  expect(help.stdout).toContain('--changed');
});

test('init never touches an existing nightguard.yaml, and asks nothing without a terminal', async () => {
  room.here('nightguard.yaml', '# mine\n');
  expect(await room.json(['init'])).toMatchObject({ code: 64, value: { error: { code: 'usage' } } });
  expect(room.read('nightguard.yaml')).toBe('# mine\n');
  expect(await room.json(['init', 'new/place'])).toMatchObject({ code: 0, value: { source: null, kind: 'plain' } });
  expect(await room.json(['init', 'bad', '--source', room.root])).toMatchObject({ code: 64 });
});

test('our own fault is one line with 70, and the stack only where somebody debugs', async () => {
  room.configure('');
  room.here('.nightguard', 'a file where the state folder belongs');
  const { code, stdout, stderr } = await room.run(['status']);
  expect({ code, stdout }).toEqual({ code: 70, stdout: '' });
  expect(stderr).toMatch(/^nightguard: Unexpected error: [^\n]+NIGHTGUARD_DEBUG=1[^\n]+\n$/);
  expect((await room.run(['status'], { NIGHTGUARD_DEBUG: '1' })).stderr).toContain('    at ');
});

test('a state that is no database is named, and nothing is done', async () => {
  room.configure('');
  room.here('.nightguard/state.db', 'x'.repeat(5000));
  expect(await room.json(['update'])).toMatchObject({ code: 1, stderr: '', value: { error: { code: 'database' } } });
  expect(room.read('.nightguard/state.db')).toBe('x'.repeat(5000));
});

test('a reader who has read enough is no error', async () => {
  room.configure('');
  const child = room.start(['help']);
  child.stdout?.destroy();
  const { stderr } = await ended(child);
  expect(stderr).toBe('');
});

test('watch ends quietly when nobody reads any more', async () => {
  room.configure('  quietSeconds: 0\n');
  const child = room.start(['watch', '--json']);
  const end = ended(child);
  await said(child, '"check"');
  child.stdout?.destroy();
  room.inCore('a.py', 'A = 1\n');
  room.inCore('b.py', 'B = (\n');
  expect(await end).toMatchObject({ code: 0 });
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends watch with %i, each line of it a JSON object', async (signal, code) => {
  room.configure('  quietSeconds: 0\n');
  room.inCore('a.py', 'A = 1\n');
  const child = room.start(['watch', '--json']);
  const end = ended(child);
  await said(child, '"applied"');
  child.kill(signal);
  const { stdout, ...rest } = await end;
  expect(rest.code).toBe(code);
  const events = stdout
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { event: string }).event);
  expect(events.at(0)).toBe('started');
  expect(events).toContain('news');
  expect(events.at(-1)).toBe('stopped');
});

test('SIGINT while an update waits for quiet ends it with 130, nothing changed and the lock free', async () => {
  room.configure('  quietSeconds: 600\n');
  room.inCore('a.py', 'A = 1\n');
  const child = room.start(['update', '--json']);
  const end = ended(child);
  await lockIsHeld();
  child.kill('SIGINT');
  // A wrapper that passes on what the terminal has sent already.
  child.kill('SIGINT');
  const { code, stdout } = await end;
  expect(code).toBe(130);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'cancelled' } });
  expect(room.read('a.py')).toBeNull();
  const release = await createWorkspaceLock(`${room.workspace}/.nightguard`, 'test', systemClock).acquire('test', { waitMs: 0 });
  release();
  expect(await room.json(['status'])).toMatchObject({ value: { lastCheck: null } });
});

/** Until the process is at work: trying to take the lock says so. */
async function lockIsHeld(): Promise<void> {
  await expect.poll(() => room.read('.nightguard/apply.holder.json'), { timeout: 20_000 }).toContain('update');
}
