import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startNpmRegistry, type NpmRegistry } from '../../../support/npm-registry/index.ts';
import { advisory, startOsvServer, type OsvServer } from '../../../support/osv-server/index.ts';
import { createSecurityRoom, type SecurityRoom } from './security-room.ts';

// Real npm against a registry and an OSV service on loopback.

vi.setConfig({ testTimeout: 180_000 });
const execute = promisify(execFile);

let registry: NpmRegistry;
let osv: OsvServer;
let room: SecurityRoom;

beforeEach(async () => {
  registry = await startNpmRegistry();
  osv = await startOsvServer();
});
afterEach(async () => {
  await room.dispose();
  await registry.dispose();
  await osv.dispose();
});

async function open(manifest: string, npm: Record<string, unknown> = {}): Promise<void> {
  room = createSecurityRoom({
    osv: osv.url,
    settings: { outdated: 'off', npm: { enabled: true, registry: registry.url, audit: false, ...npm } },
  });
  room.write({
    'package.json': manifest,
    '.npmrc': `registry=${registry.url}\ncache=${room.workspace}/.npm-cache\nupdate-notifier=false\nfetch-retries=0\n`,
  });
  await execute('npm', ['install', '--no-audit', '--no-fund'], { cwd: room.workspace });
}

const installed = (name: string): string =>
  (JSON.parse(room.read(`node_modules/${name}/package.json`)) as { version: string }).version;
const MANIFEST = `{\n\t"name": "w",  "version": "1.0.0",\n\t"dependencies": { "leaky": "~1.0.0", "calm": "^1.0.0" }\n}\n`;

function publish(): void {
  for (const version of ['1.0.0', '1.0.1', '1.1.0', '2.0.0']) registry.add({ name: 'deep', version });
  for (const version of ['1.0.0', '1.1.0', '1.2.0']) registry.add({ name: 'leaky', version, dependencies: { deep: '^1.0.0' } });
  registry.add({ name: 'calm', version: '1.0.0' });
}

/** As if 1.1.0 and 2.0.0 of `deep` and all newer of `leaky` had come later. */
async function openOld(manifest = MANIFEST): Promise<void> {
  registry.add({ name: 'deep', version: '1.0.0' });
  registry.add({ name: 'leaky', version: '1.0.0', dependencies: { deep: '^1.0.0' } });
  registry.add({ name: 'calm', version: '1.0.0' });
  await open(manifest);
  registry.add({ name: 'calm', version: '1.5.0' });
  for (const version of ['1.0.1', '1.1.0', '2.0.0']) registry.add({ name: 'deep', version });
  for (const version of ['1.1.0', '1.2.0']) registry.add({ name: 'leaky', version, dependencies: { deep: '^1.0.0' } });
}

test('a declared package goes to the smallest fixed version, its range keeps its style, and the rest stays', async () => {
  await openOld();
  osv.entries = [advisory('GHSA-aaaa-aaaa-aaaa', 'npm', 'leaky', { fixed: '1.1.0', versions: ['1.0.0'] })];
  const result = await room.security.run({ trigger: 'library' });
  expect(result.reason).toBe('');
  expect(result.status).toBe('SUCCESS');
  expect([installed('leaky'), installed('calm'), installed('deep')]).toEqual(['1.1.0', '1.0.0', '1.0.0']);
  expect(room.read('package.json')).toBe(MANIFEST.replace('~1.0.0', '~1.1.0'));
  const { stdout } = await execute('npm', ['ls', '--all', '--json'], { cwd: room.workspace });
  expect(JSON.parse(stdout)).not.toHaveProperty('problems');
});

test('a package that only others need is upgraded in the lock file, and package.json stays as it is', async () => {
  await openOld();
  osv.entries = [advisory('GHSA-bbbb-bbbb-bbbb', 'npm', 'deep', { fixed: '1.0.1', versions: ['1.0.0'] })];
  const result = await room.security.run({ trigger: 'library' });
  expect(result.reason).toBe('');
  expect([installed('deep'), installed('leaky')]).toEqual(['1.0.1', '1.0.0']);
  expect(room.read('package.json')).toBe(MANIFEST);
});

test('a fix that a dependent does not admit is a finding that names it', async () => {
  await openOld();
  osv.entries = [advisory('GHSA-bbbb-bbbb-bbbb', 'npm', 'deep', { fixed: '2.0.0', versions: ['1.0.0'] })];
  const result = await room.security.run({ trigger: 'library' });
  expect(result.upgrades).toEqual([]);
  expect(result.report?.findings).toMatchObject([{ name: 'deep', code: 'blocked', detail: '2.0.0 — leaky 1.0.0: ^1.0.0' }]);
});

test('a registry that lies about its files, or breaks an import, leaves everything as it was', async () => {
  await openOld();
  osv.entries = [advisory('GHSA-aaaa-aaaa-aaaa', 'npm', 'leaky', { fixed: '1.1.0', versions: ['1.0.0'] })];
  const before = [await room.digest('node_modules'), room.read('package.json'), room.read('package-lock.json')];
  registry.fault = 'lying';
  expect(await room.security.run({ trigger: 'library' })).toMatchObject({
    status: 'FAILED',
    upgrades: [{ result: 'taken-back' }],
  });
  expect([await room.digest('node_modules'), room.read('package.json'), room.read('package-lock.json')]).toEqual(before);
});

test('`npm audit` counts as a source, and one that refuses is «could not check»', async () => {
  publish();
  await open('{"name":"w","version":"1.0.0","dependencies":{"deep":"1.0.0"}}\n', { audit: true });
  registry.audits = {
    deep: [
      {
        id: 1,
        url: 'https://github.com/advisories/GHSA-cccc-cccc-cccc',
        title: 'bad',
        severity: 'high',
        vulnerable_versions: '<1.0.1',
      },
    ],
  };
  osv.entries = [
    advisory('CVE-2026-9', 'npm', 'deep', { fixed: '1.0.1', versions: ['1.0.0'], aliases: ['GHSA-cccc-cccc-cccc'] }),
  ];
  const found = await room.security.run({ trigger: 'library', checkOnly: true });
  expect(found.report?.packages[0]).toMatchObject({
    name: 'deep',
    advisories: [{ id: 'CVE-2026-9', fixedIn: '1.0.1', sources: ['npm-audit', 'osv'] }],
  });
  registry.fault = 'no-audit';
  const silent = await room.security.run({ trigger: 'library', checkOnly: true });
  expect(silent.status).toBe('COULD_NOT_CHECK');
  expect(silent.report?.sources.find(({ name }) => name === 'npm-audit')?.state).toBe('could-not-check');
});
