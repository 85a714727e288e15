import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCliRoom, type CliRoom } from './cli-room.ts';

let room: CliRoom;
beforeEach(() => {
  room = createCliRoom();
});
afterEach(() => room.dispose());

const NOW = '  quietSeconds: 0\n';

test('init, update, rollback and its undo: every file comes in, goes back and comes in again', async () => {
  const init = await room.run(['init', '--source', '../내 Core']);
  expect(init).toMatchObject({ code: 0, stderr: '' });
  expect(room.read('nightguard.yaml')).toContain(room.core);
  room.configure(NOW);
  room.inCore('libs/core.py', 'A = 1\n');
  room.inCore('지침.md', '# 지침\n');

  const update = await room.json(['update']);
  expect(update).toMatchObject({
    code: 0,
    stderr: '',
    value: { status: 'COMPLETED', release: 'R-0001', updates_count: 2, success_count: 2 },
  });
  expect(room.read('libs/core.py')).toBe('A = 1\n');

  const rollback = await room.json(['rollback', 'R-0001']);
  expect(rollback).toMatchObject({ code: 0, value: { status: 'COMPLETED', release: 'R-0002', of: 'R-0001' } });
  expect([room.read('libs/core.py'), room.read('지침.md')]).toEqual([null, null]);

  const undo = await room.run(['rollback', 'r-0002']);
  expect(undo.code).toBe(0);
  expect(undo.stdout).toContain('R-0003: 2 files rolled back\nUndo: nightguard rollback R-0003');
  expect(room.read('지침.md')).toBe('# 지침\n');

  const history = await room.json(['update', '--history']);
  expect(history.value).toMatchObject([
    { release: 'R-0001' },
    { release: 'R-0001' },
    { release: 'R-0002' },
    { release: 'R-0002' },
    { release: 'R-0003' },
    { release: 'R-0003' },
  ]);
});

test('an update prints exactly the keys that other tools rely on', async () => {
  room.configure(NOW);
  const { value } = await room.json(['update', '--dry-run']);
  const keys = [
    'status',
    'release',
    'updates_count',
    'success_count',
    'failed_count',
    'held_count',
    'timestamp',
    'entries',
    'reason',
    'held',
    'heldSet',
  ];
  expect(Object.keys(value as object).sort()).toEqual(keys.sort());
});

test('a dry run changes no byte', async () => {
  room.configure(NOW);
  room.here('a.py', 'A = 0\n');
  room.inCore('a.py', 'A = 1\n');
  room.inCore('b.py', 'B = 1\n');
  const before = room.treeHash();
  const { code, value } = await room.json(['update', '--dry-run']);
  expect(value).toMatchObject({ status: 'PLANNED', release: null, held: [{ path: 'a.py', reason: 'conflict-unknown' }] });
  // Something would wait for a person.
  expect(code).toBe(2);
  expect(room.treeHash()).toBe(before);
});

test('a rollback over a later edit changes nothing until somebody says what shall become of it', async () => {
  room.configure(NOW);
  room.inCore('a.py', 'A = 1\n');
  await room.run(['update']);
  room.here('a.py', 'A = 2\n');
  const before = room.treeHash();

  const held = await room.json(['rollback', '--file', 'a.py']);
  expect(held).toMatchObject({ code: 2, value: { status: 'HELD', release: null, files: [{ path: 'a.py', action: 'decide' }] } });
  expect(room.treeHash()).toBe(before);

  const done = await room.json(['rollback', '--file', './a.py', '--changed', 'overwrite']);
  expect(done).toMatchObject({ code: 0, value: { status: 'COMPLETED' } });
  expect(room.read('a.py')).toBeNull();
  const archived = await room.run(['archive', 'show', '1']);
  expect(archived).toMatchObject({ code: 0, stdout: 'A = 2\n' });
});

test('a held file is decided by the command that is printed', async () => {
  room.configure(NOW);
  room.here('libs/a.py', 'A = 0\n');
  room.inCore('libs/a.py', 'A = 1\n');
  const update = await room.run(['update']);
  expect(update.code).toBe(2);
  expect(update.stdout).toContain('nightguard decide libs/a.py take-source');
  const decided = await room.run(['decide', 'libs/a.py', 'take-source']);
  expect(decided.code).toBe(0);
  expect(room.read('libs/a.py')).toBe('A = 1\n');
  expect((await room.run(['archive', 'diff', '1'])).stdout).toContain('-A = 0\n+A = 1');
  const again = await room.json(['decide', 'libs/a.py', 'take-source']);
  expect(again).toMatchObject({ code: 64, value: { error: { code: 'not-found' } } });
});

test('a set that the brake holds waits for --yes', async () => {
  room.configure(`${NOW}  brake:\n    files: 1\n`);
  for (const name of ['a.py', 'b.py', 'c.py']) room.inCore(name, 'A = 1\n');
  await room.run(['update', '--yes']);
  for (const name of ['a.py', 'b.py', 'c.py']) room.inCore(name, 'A = 2\n');
  const held = await room.json(['update']);
  expect(held).toMatchObject({ code: 2, value: { status: 'HELD', heldSet: { files: 3 } } });
  expect(room.read('a.py')).toBe('A = 1\n');
  expect(await room.json(['update', '--yes'])).toMatchObject({ code: 0, value: { status: 'COMPLETED', success_count: 3 } });
});

test('a Core that is not there is a failure that says so, and status does not call it good', async () => {
  room.configure(NOW);
  room.here('nightguard.yaml', 'updates:\n  source: /nowhere/Core\n');
  expect(await room.json(['update'])).toMatchObject({ code: 1, value: { status: 'FAILED', release: null } });
  const status = await room.run(['status']);
  expect(status.code).toBe(1);
  expect(status.stdout.split('\n')[0]).toBe('Could not check');
});

test('damage in the archive ends with 1, and damaged bytes are not shown', async () => {
  room.configure(NOW);
  room.inCore('a.py', 'A = 1\n');
  await room.run(['update']);
  room.inCore('a.py', 'A = 2\n');
  await room.run(['update']);
  const { value } = await room.json(['archive', 'list']);
  const [version] = (value as { versions: { id: number; archivePath: string }[] }).versions;
  room.here(version?.archivePath ?? '', 'evil\n');
  expect(await room.json(['archive', 'verify'])).toMatchObject({ code: 1, value: { damaged: [{ problem: 'altered' }] } });
  expect(await room.json(['archive', 'show', String(version?.id)])).toMatchObject({
    code: 1,
    value: { error: { code: 'hash-mismatch' } },
  });
});

test('pruning removes nothing unless somebody says so', async () => {
  room.configure(`${NOW}  archive:\n    retention: { last: 1, daily: 0, weekly: 0, monthly: 0 }\n`);
  for (const content of ['A = 1\n', 'A = 2\n', 'A = 3\n']) {
    room.inCore('a.py', content);
    await room.run(['update']);
  }
  const before = room.treeHash();
  expect(await room.json(['archive', 'prune'])).toMatchObject({
    code: 2,
    value: { status: 'HELD', remove: [{ path: 'a.py' }], keep: 1 },
  });
  expect(await room.json(['archive', 'prune', '--dry-run'])).toMatchObject({ code: 0, value: { status: 'PLANNED' } });
  expect(room.treeHash()).toBe(before);
  expect(await room.json(['archive', 'prune', '--yes'])).toMatchObject({
    code: 0,
    value: { status: 'PRUNED', remove: [{ path: 'a.py' }] },
  });
  expect(await room.json(['archive', 'list'])).toMatchObject({ value: { total: 1 } });
});

test('Korean is spoken where the locale says so', async () => {
  room.configure(NOW);
  const { stdout } = await room.run(['update'], { LANG: 'ko_KR.UTF-8' });
  expect(stdout).toBe('Core와 모두 같음.\n');
});

test('with settings that cannot be read nothing is done by rules that nobody chose, but going back is possible', async () => {
  room.configure(NOW);
  room.inCore('a.py', 'A = 1\n');
  await room.run(['update']);
  room.configure(`${NOW}  archive:\n    retention: { lats: 100 }\n`);
  const before = room.treeHash();
  for (const args of [['update'], ['archive', 'prune', '--yes']]) {
    const { code, value } = await room.json(args);
    expect(code).toBe(1);
    expect(value).toMatchObject({
      error: { code: 'settings-invalid', message: expect.stringContaining('nightguard.yaml:5: ') as string },
    });
  }
  expect(room.treeHash()).toBe(before);
  expect((await room.run(['status'])).code).toBe(2);
  expect(await room.json(['rollback', 'R-0001'])).toMatchObject({ code: 0, value: { status: 'COMPLETED' } });
  expect(room.read('a.py')).toBeNull();
});
