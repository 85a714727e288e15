import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from '../../support/sandbox.ts';

const GUIDE = join(import.meta.dirname, '../../../electron/features/updates/RECOVERY.md');
const run = promisify(execFile);
let sandbox: Sandbox | undefined;

afterEach(() => sandbox?.dispose());

/** The script as it stands in the guide: what people are told to save is what is tested. */
const scriptOfTheGuide = (): string => /```python\n([\s\S]*?)```/.exec(readFileSync(GUIDE, 'utf8'))?.[1] ?? '';

test('a release is undone by hand, from the archive and the log alone, as the guide says', async () => {
  const room = (sandbox = createSandbox({
    core: { 'libs/a.py': 'A = 1\n', 'libs/b.py': 'B = 1\n', 'libs/c.py': 'C = 1\n' },
    workspace: { 'libs/a.py': 'A = 1\n', 'libs/b.py': 'B = 1\n', 'libs/c.py': 'C = 1\n' },
  }));
  const guardian = await room.guardian();
  await guardian.runUpdate({ trigger: 'library' });
  for (const name of ['a', 'b', 'c']) writeFileSync(join(room.core, `libs/${name}.py`), `${name.toUpperCase()} = 2\n`);
  writeFileSync(join(room.core, 'libs/new.py'), 'N = 1\n');
  const { release } = await guardian.runUpdate({ trigger: 'library' });
  await guardian.dispose();
  const script = join(room.folder, 'restore.py');
  writeFileSync(script, scriptOfTheGuide());
  writeFileSync(join(room.workspace, 'libs/b.py'), 'B = "mine"\n');
  const restore = (...more: string[]): Promise<{ stdout: string; code: number }> =>
    run('python3', [script, room.workspace, release ?? '', ...more]).then(
      ({ stdout }) => ({ stdout, code: 0 }),
      ({ stdout, code }: { stdout: string; code: number }) => ({ stdout, code }),
    );
  const read = (name: string): string => readFileSync(join(room.workspace, name), 'utf8');

  const looked = await restore();
  expect(looked.stdout).toContain('would be put back: libs/a.py');
  expect(read('libs/a.py')).toBe('A = 2\n');

  const done = await restore('--do');
  expect(done.code).toBe(1);
  expect(done.stdout).toContain('NOT put back, it was changed since: libs/b.py');
  expect(done.stdout).toContain('created by it, remove by hand: libs/new.py');
  expect([read('libs/a.py'), read('libs/b.py'), read('libs/c.py')]).toEqual(['A = 1\n', 'B = "mine"\n', 'C = 1\n']);
  expect(read('libs/a.py.before-restore')).toBe('A = 2\n');
  expect(existsSync(join(room.workspace, 'libs/new.py'))).toBe(true);
});

test('an archived copy that is damaged is never put back by the script of the guide', async () => {
  const room = (sandbox = createSandbox({ core: { 'a.py': 'A = 1\n' }, workspace: { 'a.py': 'A = 1\n' } }));
  const guardian = await room.guardian();
  await guardian.runUpdate({ trigger: 'library' });
  writeFileSync(join(room.core, 'a.py'), 'A = 2\n');
  const { release } = await guardian.runUpdate({ trigger: 'library' });
  const entry = guardian.history().findLast(({ archive_path: path }) => path !== undefined);
  await guardian.dispose();
  writeFileSync(join(room.workspace, entry?.archive_path ?? ''), 'A = 666\n');
  const script = join(room.folder, 'restore.py');
  writeFileSync(script, scriptOfTheGuide());

  const restored = run('python3', [script, room.workspace, release ?? '', '--do']);
  await expect(restored).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringContaining('missing or damaged: a.py') as string,
  });
  expect(readFileSync(join(room.workspace, 'a.py'), 'utf8')).toBe('A = 2\n');
});
