import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AutoUpdater } from '../../electron/index.ts';

let root: string;
let updater: AutoUpdater;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'nightguard-library-')));
  for (const folder of ['core', 'ws']) mkdirSync(join(root, folder));
  writeFileSync(join(root, 'ws', 'nightguard.yaml'), 'updates:\n  source: ../core\n  quietSeconds: 0\n');
  updater = new AutoUpdater({ workspace: join(root, 'ws') });
});
afterEach(async () => {
  await updater.dispose();
  rmSync(root, { recursive: true, force: true });
});

test('another program updates, looks back and goes back', async () => {
  writeFileSync(join(root, 'core', 'a.py'), 'A = 1\n');
  const planned = await updater.runUpdateCycle({ dryRun: true });
  expect(planned.status).toBe('PLANNED');
  const result = await updater.runUpdateCycle();
  expect(result).toMatchObject({ status: 'COMPLETED', release: 'R-0001', success_count: 1 });
  expect(readFileSync(join(root, 'ws', 'a.py'), 'utf8')).toBe('A = 1\n');

  const target = { kind: 'release', release: 'R-0001' } as const;
  expect((await updater.previewRollback(target)).files).toMatchObject([{ path: 'a.py', action: 'remove' }]);
  expect(await updater.rollback(target)).toMatchObject({ status: 'COMPLETED', release: 'R-0002' });
  expect(await updater.history()).toMatchObject([{ release: 'R-0001' }, { release: 'R-0002' }]);
  expect((await updater.snapshot()).releases.map((release) => release.trigger)).toEqual(['library', 'library']);
});

test('a Core that is missing is an outcome, not an exception', async () => {
  rmSync(join(root, 'core'), { recursive: true });
  expect(await updater.runUpdateCycle()).toMatchObject({ status: 'FAILED', release: null });
});

test('a cycle is cancelled by its signal', async () => {
  writeFileSync(join(root, 'core', 'a.py'), 'A = 1\n');
  await expect(updater.runUpdateCycle({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
});

test('after dispose every call says so', async () => {
  await updater.runUpdateCycle();
  await updater.dispose();
  await expect(updater.runUpdateCycle()).rejects.toMatchObject({ code: 'disposed' });
});
