import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import { SecurityUpdater } from '../../../../electron/index.ts';
import { advisory } from '../../../support/osv-server/index.ts';
import { usePackageServers } from '../../../support/package-servers.ts';
import { pythonOf } from '../../../support/package-index/index.ts';
import { createSandbox, type Sandbox } from '../../../support/sandbox.ts';
import { createManualClock } from '../updates/watch/manual-clock.ts';

// The security update in a whole guardian: as a library, and at its hour of the week.

vi.setConfig({ testTimeout: 180_000 });
const execute = promisify(execFile);

const servers = usePackageServers();
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = createSandbox({ workspace: { 'requirements.txt': 'leaky==1.0.0\n' } });
  servers.template.copyTo(join(sandbox.workspace, '.venv'));
  for (const version of ['1.0.0', '1.0.1']) servers.index.add({ name: 'leaky', version });
  await execute(pythonOf(join(sandbox.workspace, '.venv')), ['-m', 'pip', 'install', 'leaky==1.0.0']);
  servers.osv.entries = [advisory('PYSEC-1', 'PyPI', 'leaky', { fixed: '1.0.1', versions: ['1.0.0'] })];
  configure({});
});
afterEach(async () => {
  await sandbox.dispose();
});

const configure = (rituals: unknown): void =>
  writeFileSync(
    join(sandbox.workspace, 'nightguard.yaml'),
    stringify({
      updates: { source: sandbox.core, quietSeconds: 0, when: 'ritual' },
      environment: { memoryPercent: 100, diskPercent: 100 },
      security: {
        outdated: 'off',
        osv: { url: servers.osv.url, timeoutSeconds: 2 },
        pip: { index: servers.index.url, audit: false },
        npm: { enabled: false },
      },
      rituals,
    }),
  );

const requirements = (): string => readFileSync(join(sandbox.workspace, 'requirements.txt'), 'utf8');

test('another program runs the security update as the original did', async () => {
  const updater = new SecurityUpdater({ workspace: sandbox.workspace });
  expect(await updater.shouldUpdate()).toMatchObject({ should: true });
  expect(await updater.runSecurityUpdate({ checkOnly: true })).toMatchObject({ status: 'CHECKED' });
  expect(requirements()).toBe('leaky==1.0.0\n');

  const result = await updater.runSecurityUpdate();
  expect(result).toMatchObject({ status: 'SUCCESS', upgrades: [{ name: 'leaky', to: '1.0.1', result: 'updated' }] });
  expect(result.upgrades[0]?.tests).toContainEqual(expect.objectContaining({ name: 'environment_check', passed: true }));
  expect(requirements()).toBe('leaky==1.0.1\n');
  expect(await updater.shouldUpdate()).toMatchObject({ should: false });
  expect(await updater.runSecurityUpdate()).toMatchObject({ status: 'SKIPPED' });

  await updater.rollback(result.id ?? '');
  expect(requirements()).toBe('leaky==1.0.0\n');
  await updater.dispose();
  await expect(updater.runSecurityUpdate()).rejects.toMatchObject({ code: 'disposed' });
});

test('on Sunday at two in the morning what is vulnerable is patched', async () => {
  configure({ timeZone: 'UTC' });
  const clock = createManualClock(Date.UTC(2026, 10, 22, 1, 59, 30));
  const guardian = await sandbox.guardian(clock);
  await guardian.watch();
  await expect.poll(() => clock.pending()).toBeGreaterThan(0);
  expect(guardian.snapshot().security).toMatchObject({ state: 'unknown', nextRunAt: Date.UTC(2026, 10, 22, 2) });
  const ended = () => guardian.rituals.runs('WEEKLY_SECURITY_UPDATE', 10).filter(({ result }) => result !== null);
  clock.advance(31_000);
  await expect.poll(ended, { timeout: 120_000 }).toMatchObject([{ result: 'done', trigger: 'schedule' }]);

  expect(guardian.security.view().runs).toMatchObject([{ trigger: 'schedule', status: 'SUCCESS' }]);
  expect(requirements()).toBe('leaky==1.0.1\n');
  expect(guardian.snapshot().security).toMatchObject({ state: 'good', nextRunAt: Date.UTC(2026, 10, 29, 2) });
});
