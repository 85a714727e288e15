import { execFile } from 'node:child_process';
import { mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startNpmRegistry, type NpmRegistry } from '../../../support/npm-registry/index.ts';
import { advisory, startOsvServer, type OsvServer } from '../../../support/osv-server/index.ts';
import { createSecurityRoom, type SecurityRoom } from './security-room.ts';

// What an .npmrc, a link or a registry may try. Real npm, everything on loopback.

vi.setConfig({ testTimeout: 180_000 });
const execute = promisify(execFile);

let registry: NpmRegistry;
let osv: OsvServer;
let room: SecurityRoom;
let elsewhere: string;

beforeEach(async () => {
  registry = await startNpmRegistry();
  osv = await startOsvServer();
  elsewhere = realpathSync(mkdtempSync(join(tmpdir(), 'nightguard-elsewhere-')));
  registry.add({ name: 'leaky', version: '1.0.0' });
  osv.entries = [advisory('GHSA-aaaa-bbbb-cccc', 'npm', 'leaky', { fixed: '1.0.1', versions: ['1.0.0'] })];
});
afterEach(async () => {
  await room.dispose();
  await registry.dispose();
  await osv.dispose();
  rmSync(elsewhere, { recursive: true, force: true });
});

const rc = (workspace: string): string =>
  `registry=${registry.url}\ncache=${workspace}/.npm-cache\nupdate-notifier=false\nfetch-retries=0\n`;

async function open(dependencies: Record<string, string>, more = ''): Promise<void> {
  room = createSecurityRoom({ osv: osv.url, settings: { outdated: 'off', npm: { enabled: true, audit: false } } });
  room.write({
    'package.json': `${JSON.stringify({ name: 'w', version: '1.0.0', dependencies })}\n`,
    '.npmrc': `${rc(room.workspace)}${more}`,
  });
  await execute('npm', ['install', '--no-audit', '--no-fund'], { cwd: room.workspace });
}

const run = () => room.security.run({ trigger: 'library', force: true });
const installed = (name: string): string =>
  (JSON.parse(room.read(`node_modules/${name}/package.json`)) as { version: string }).version;

test.each(['dry-run=true', 'force=true', 'package-lock=false'])(
  'an .npmrc with %s changes nothing about an upgrade',
  async (line) => {
    await open({ leaky: '~1.0.0' });
    registry.add({ name: 'leaky', version: '1.0.1' });
    registry.add({ name: 'leaky', version: '1.0.2' });
    room.write({ '.npmrc': `${rc(room.workspace)}${line}\n` });

    const result = await run();

    expect(result).toMatchObject({ status: 'SUCCESS', upgrades: [{ name: 'leaky', to: '1.0.1' }] });
    expect(installed('leaky')).toBe('1.0.1');
  },
);

test('node_modules behind a link is looked at, and not changed', async () => {
  await open({ leaky: '~1.0.0' });
  registry.add({ name: 'leaky', version: '1.0.1' });
  renameSync(join(room.workspace, 'node_modules'), join(elsewhere, 'node_modules'));
  symlinkSync(join(elsewhere, 'node_modules'), join(room.workspace, 'node_modules'));

  const result = await run();

  expect(result.upgrades).toEqual([]);
  expect(result.report?.findings).toMatchObject([{ name: 'leaky', code: 'unmanaged' }]);
  expect(installed('leaky')).toBe('1.0.0');
});

test('an upgrade does not bring a new major version of another package along', async () => {
  registry.add({ name: 'deep', version: '1.0.0' });
  registry.add({ name: 'user', version: '1.0.0', dependencies: { deep: '>=1.0.0' } });
  await open({ leaky: '~1.0.0', user: '^1.0.0' });
  registry.add({ name: 'deep', version: '2.0.0' });
  registry.add({ name: 'leaky', version: '1.0.1', dependencies: { deep: '^2.0.0' } });

  const result = await run();

  expect(
    result.upgrades.filter(({ result: one }) => one === 'updated').map(({ name, from, to }) => `${name} ${from} ${to}`),
  ).not.toContain('deep 1.0.0 2.0.0');
  expect(room.read('node_modules/deep/package.json')).toContain('"1.0.0"');
});

test('an upgrade does not bring a package in that is vulnerable, or of which nobody could say', async () => {
  await open({ leaky: '~1.0.0' });
  registry.add({ name: 'fresh', version: '1.0.0' });
  registry.add({ name: 'leaky', version: '1.0.1', dependencies: { fresh: '^1.0.0' } });
  osv.entries.push(advisory('GHSA-ffff-ffff-ffff', 'npm', 'fresh', { versions: ['1.0.0'] }));

  const result = await run();

  expect(result).toMatchObject({ status: 'FAILED', upgrades: [{ name: 'leaky', result: 'failed' }] });
  expect(result.reason).toContain('fresh 1.0.0, which is vulnerable');

  osv.entries.pop();
  osv.isFaulty = ({ body }) => JSON.stringify(body).includes('fresh');
  osv.fault = 'server-error';
  const again = await run();
  expect(again.reason).toContain('fresh 1.0.0, of which nobody could say');
  expect(installed('leaky')).toBe('1.0.0');
});

test('a package of a scope is asked for where the scope lives, and nowhere else', async () => {
  const ours = await startNpmRegistry();
  try {
    ours.add({ name: '@house/leaky', version: '1.0.0' });
    osv.entries = [advisory('GHSA-cccc-bbbb-cccc', 'npm', '@house/leaky', { fixed: '1.0.1', versions: ['1.0.0'] })];
    await open({ '@house/leaky': '~1.0.0' }, `@house:registry=${ours.url}\n`);
    // A stranger has published a fix.
    registry.add({ name: '@house/leaky', version: '1.0.1' });

    const result = await run();

    expect(result.upgrades).toEqual([]);
    expect(result.report?.findings).toMatchObject([{ name: '@house/leaky', code: 'no-fix' }]);
  } finally {
    await ours.dispose();
  }
});

test('what lies below a package of the workspace goes back, too', async () => {
  registry.add({ name: 'frail', version: '1.0.0' });
  registry.add({ name: 'frail', version: '2.0.0' });
  room = createSecurityRoom({ osv: osv.url, settings: { outdated: 'off', npm: { enabled: true, audit: false } } });
  room.write({
    'package.json': '{ "name": "w", "version": "1.0.0", "workspaces": ["member"], "dependencies": { "frail": "2.0.0" } }\n',
    'member/package.json': '{ "name": "member", "version": "1.0.0", "dependencies": { "frail": "^1.0.0" } }\n',
    '.npmrc': rc(room.workspace),
  });
  await execute('npm', ['install', '--no-audit', '--no-fund'], { cwd: room.workspace });
  osv.entries = [advisory('GHSA-dddd-bbbb-cccc', 'npm', 'frail', { fixed: '1.0.1', versions: ['1.0.0'] })];
  registry.add({ name: 'frail', version: '1.0.1' });
  room.settings.tests.verify.push({ run: 'false', timeoutSeconds: 5 });
  const before = await room.digest('member');

  const result = await run();

  expect(result).toMatchObject({ status: 'FAILED', upgrades: [{ name: 'frail', result: 'taken-back' }] });
  expect(await room.digest('member')).toBe(before);
});
