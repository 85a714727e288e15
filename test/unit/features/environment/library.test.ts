import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AutoUpdater, EnvironmentChecker } from '../../../../electron/index.ts';

let root: string;
let workspace: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'nightguard-checker-')));
  workspace = join(root, 'ws');
  for (const folder of ['core', 'ws']) mkdirSync(join(root, folder));
  settings('');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const settings = (environment: string): void =>
  writeFileSync(
    join(workspace, 'nightguard.yaml'),
    `updates:\n  source: ../core\n  quietSeconds: 0\nenvironment:\n  memoryPercent: 100\n  diskPercent: 100\n${environment}`,
  );

test('another program checks the environment as the original did', async () => {
  settings('  directories: [data]\n');
  const looking = new EnvironmentChecker({ workspace, silentInstall: false });
  const [passed, report] = await looking.runFullCheck();
  expect(passed).toBe(false);
  expect(report).toMatchObject({
    passed: false,
    results: { 'Required Directories': 'FAIL' },
    issues: [{ type: 'MISSING_DIRECTORIES' }],
    fixes_applied: [],
  });
  await looking.dispose();
  await expect(looking.runFullCheck()).rejects.toMatchObject({ code: 'disposed' });

  await using checker = new EnvironmentChecker({ workspace });
  const [fixed, after] = await checker.runFullCheck();
  expect(fixed).toBe(true);
  expect(after.fixes_applied).toEqual(['Created the folder data']);
});

test('an update that takes a need away is taken back, and one that was not the cause is not', async () => {
  settings('  files: [{ path: needed.txt }]\n');
  writeFileSync(join(root, 'core', 'a.txt'), 'one\n');
  await using updater = new AutoUpdater({ workspace });
  // The file is missing anyway: that is no fault of this update.
  expect(await updater.runUpdateCycle()).toMatchObject({ status: 'COMPLETED' });
  expect((await updater.snapshot()).environment).toMatchObject({ state: 'failed', failing: 1 });
  expect((await updater.snapshot()).problems.map(({ code }) => code)).toContain('environment-failed');

  writeFileSync(join(workspace, 'needed.txt'), 'here\n');
  writeFileSync(join(root, 'core', 'pyproject.toml'), '[project]\nrequires-python = ">=99"\n');
  const result = await updater.runUpdateCycle();
  expect(result).toMatchObject({ status: 'ROLLED_BACK' });
  expect(result.reason).toContain('>=99');
  expect(() => readFileSync(join(workspace, 'pyproject.toml'))).toThrow('ENOENT');
});
