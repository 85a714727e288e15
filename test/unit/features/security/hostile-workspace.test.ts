import { existsSync, mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { advisory } from '../../../support/osv-server/index.ts';
import { startPackageIndex } from '../../../support/package-index/index.ts';
import { usePackageServers } from '../../../support/package-servers.ts';
import { createSecurityRoom, type SecurityRoom } from './security-room.ts';

// What lies in a workspace, in its environment and in its variables is not trusted. Real pip, everything on loopback.

vi.setConfig({ testTimeout: 180_000 });

const servers = usePackageServers();
let room: SecurityRoom;
let elsewhere: string;

beforeEach(async () => {
  elsewhere = realpathSync(mkdtempSync(join(tmpdir(), 'nightguard-elsewhere-')));
  for (const version of ['1.0.0', '1.0.1']) servers.index.add({ name: 'leaky', version });
  servers.osv.entries = [advisory('PYSEC-1', 'PyPI', 'leaky', { fixed: '1.0.1', versions: ['1.0.0'] })];
});
afterEach(async () => {
  await room.dispose();
  rmSync(elsewhere, { recursive: true, force: true });
});

async function open(settings: Record<string, unknown> = {}): Promise<void> {
  room = createSecurityRoom({
    template: servers.template,
    index: servers.index,
    osv: servers.osv.url,
    settings: { outdated: 'off', ...settings },
  });
  room.write({ 'requirements.txt': 'leaky==1.0.0\n' });
  await room.pip('install', '-r', 'requirements.txt');
}

const run = () => room.security.run({ trigger: 'library', force: true });

test('a pip that lies in the workspace is never taken for pip', async () => {
  await open({ tests: { skip: ['pip', 'json', 'typing'] } });
  const trap = `import pathlib\npathlib.Path(${JSON.stringify(join(elsewhere, 'sprung'))}).write_text('x')\n`;
  room.write({ 'pip.py': trap, 'json.py': trap, 'typing.py': trap });

  const result = await run();
  for (const name of ['pip.py', 'json.py', 'typing.py']) rmSync(join(room.workspace, name));

  expect(existsSync(join(elsewhere, 'sprung'))).toBe(false);
  expect(result.status).toBe('SUCCESS');
  expect(await room.versions()).toMatchObject({ leaky: '1.0.1' });
});

test('variables for pip do not lead an upgrade astray', async () => {
  await open();
  const astray = { PIP_TARGET: elsewhere, PIP_DRY_RUN: '1', PIP_PRE: '1', PYTHONPATH: elsewhere };
  for (const [name, value] of Object.entries(astray)) vi.stubEnv(name, value);

  const result = await run();
  for (const name of Object.keys(astray)) vi.stubEnv(name, undefined);

  expect(result).toMatchObject({ status: 'SUCCESS' });
  expect(await room.versions()).toMatchObject({ leaky: '1.0.1' });
});

test('what counts is what is installed afterwards, not what pip said', async () => {
  await open();
  room.write({ 'pip.conf': '[install]\ndry-run = true\n' });
  vi.stubEnv('PIP_CONFIG_FILE', join(room.workspace, 'pip.conf'));

  const result = await run();

  expect(result).toMatchObject({ status: 'FAILED', upgrades: [{ name: 'leaky', result: 'taken-back' }] });
  expect(result.reason).toContain('leaky');
  expect(room.read('requirements.txt')).toBe('leaky==1.0.0\n');
  expect(room.security.summary()).toMatchObject({ state: 'vulnerable' });
});

test('an environment behind a link out of the workspace is looked at, and not changed', async () => {
  await open();
  renameSync(room.venv, join(elsewhere, 'venv'));
  symlinkSync(join(elsewhere, 'venv'), room.venv);
  const before = await room.digest(join('..', elsewhere.split('/').at(-1) ?? '', 'venv'));

  const result = await run();

  expect(result.upgrades).toEqual([]);
  expect(result.report?.findings).toMatchObject([{ name: 'leaky', code: 'unmanaged' }]);
  expect(await room.digest(join('..', elsewhere.split('/').at(-1) ?? '', 'venv'))).toBe(before);
});

test('an environment behind a link inside of the workspace is taken back as exactly as any', async () => {
  servers.index.add({ name: 'frail', version: '1.0.0' });
  servers.index.add({ name: 'frail', version: '1.0.1', files: { 'frail/__init__.py': 'raise RuntimeError("no")\n' } });
  servers.osv.entries = [advisory('PYSEC-2', 'PyPI', 'frail', { fixed: '1.0.1', versions: ['1.0.0'] })];
  await open();
  await room.pip('install', 'frail==1.0.0');
  renameSync(room.venv, join(room.workspace, '내 환경'));
  symlinkSync('내 환경', room.venv);
  const before = await room.digest('내 환경');

  const result = await run();

  expect(result).toMatchObject({ status: 'FAILED', upgrades: [{ name: 'frail', result: 'taken-back' }] });
  expect(await room.digest('내 환경')).toBe(before);
});

test('packages of the index that the requirements name are not looked for anywhere else', async () => {
  // Somebody has published a newer package of the same name on the index that pip would ask by itself.
  const ours = await startPackageIndex();
  try {
    for (const version of ['1.0.0', '1.0.1']) ours.add({ name: 'leaky', version });
    servers.index.add({ name: 'leaky', version: '1.0.2' });
    servers.osv.entries = [advisory('PYSEC-1', 'PyPI', 'leaky', { fixed: '1.0.2', versions: ['1.0.0', '1.0.1'] })];
    await open({ pip: { index: '' } });
    room.write({ 'requirements.txt': `--index-url ${ours.url}\nleaky==1.0.0\n` });

    const result = await run();

    expect(result.upgrades).toEqual([]);
    expect(result.report?.findings).toMatchObject([{ name: 'leaky', code: 'no-fix' }]);
    expect(await room.versions()).toMatchObject({ leaky: '1.0.0' });
  } finally {
    await ours.dispose();
  }
});
