import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { advisory } from '../../support/osv-server/index.ts';
import { usePackageServers } from '../../support/package-servers.ts';
import { pythonOf } from '../../support/package-index/index.ts';
import { createCliRoom, type CliRoom } from './cli-room.ts';

// `nightguard security` with real pip, an index and an OSV service on loopback.

vi.setConfig({ testTimeout: 180_000 });
const execute = promisify(execFile);

const servers = usePackageServers();
let room: CliRoom;

beforeEach(async () => {
  room = createCliRoom();
  servers.template.copyTo(join(room.workspace, '.venv'));
  room.configure(
    `security:\n  outdated: off\n  osv: { url: "${servers.osv.url}", timeoutSeconds: 2 }\n  pip: { index: "${servers.index.url}", audit: false }\n  npm: { enabled: false }\n` +
      'environment: { memoryPercent: 100, diskPercent: 100 }\n',
  );
  for (const version of ['1.0.0', '1.0.1']) servers.index.add({ name: 'leaky', version });
  room.here('requirements.txt', 'leaky==1.0.0\n');
  await execute(pythonOf(join(room.workspace, '.venv')), ['-m', 'pip', 'install', 'leaky==1.0.0']);
  servers.osv.entries = [advisory('PYSEC-1', 'PyPI', 'leaky', { fixed: '1.0.1', versions: ['1.0.0'] })];
});
afterEach(async () => {
  room.dispose();
});

test('`security` looks, upgrades, says when it is too early, and goes back', async () => {
  const look = await room.json(['security', '--check-only']);
  expect(look.code).toBe(1);
  expect(look.value).toMatchObject({ status: 'CHECKED', vulnerabilities: 1, packages_to_update: 1, integrity_test: null });
  expect(room.read('requirements.txt')).toBe('leaky==1.0.0\n');

  const run = await room.json(['security']);
  expect(run.code).toBe(0);
  expect(run.value).toMatchObject({
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/) as string,
    status: 'SUCCESS',
    outdated_packages: 0,
    vulnerabilities: 0,
    packages_to_update: 1,
    update_results: { leaky: true },
    integrity_test: { status: 'PASS', tests: { import_test: true, environment_check: true, critical_files: true } },
    run: 'S-0002',
  });
  expect(JSON.parse(room.read('knowledge/system/security_update_log.json') ?? '[]')).toMatchObject([
    { run: 'S-0001' },
    run.value,
  ]);

  const early = await room.run(['security']);
  expect(early.code).toBe(0);
  expect(early.stdout).toContain('--force');

  const unknown = await room.run(['security', 'rollback', 'S-0009']);
  expect(unknown.code).toBe(64);
  room.here('requirements.txt', 'leaky==1.0.1\nmine>=1\n');
  const held = await room.json(['security', 'rollback', 'S-0002']);
  expect(held).toMatchObject({ code: 2, value: { status: 'HELD', changedSince: ['requirements.txt'] } });
  const back = await room.json(['security', 'rollback', 'S-0002', '--yes']);
  expect(back).toMatchObject({
    code: 0,
    value: { status: 'ROLLED_BACK', packages: [{ name: 'leaky', from: '1.0.1', to: '1.0.0' }] },
  });
  expect(room.read('requirements.txt')).toBe('leaky==1.0.0\n');
});

test('`security` ends with 1 when it could not look, and says who did not answer', async () => {
  servers.osv.fault = 'server-error';
  const { code, value } = await room.json(['security', '--force']);
  expect(code).toBe(1);
  expect(value).toMatchObject({ status: 'COULD_NOT_CHECK', vulnerabilities: null });
  const { stdout } = await room.run(['security', '--force'], { LANG: 'ko_KR.UTF-8' });
  expect(stdout).toContain('확인하지 못');
});
