import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import {
  createVenvTemplate,
  startPackageIndex,
  type PackageIndex,
  type VenvTemplate,
} from '../../../support/package-index/index.ts';
import { advisory, startOsvServer, type OsvServer } from '../../../support/osv-server/index.ts';
import { createSecurityRoom, type SecurityRoom } from './security-room.ts';

// Real pip in a real virtual environment, against an index and an OSV service on loopback.

/** Each test runs pip a dozen times, and machines may be slow. */
vi.setConfig({ testTimeout: 180_000 });

let template: VenvTemplate;
let index: PackageIndex;
let osv: OsvServer;
let room: SecurityRoom;

beforeAll(() => {
  template = createVenvTemplate();
}, 120_000);
afterAll(() => template.dispose());

beforeEach(async () => {
  index = await startPackageIndex();
  osv = await startOsvServer();
  for (const [name, value] of Object.entries(index.environment)) vi.stubEnv(name, value);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await room.dispose();
  await index.dispose();
  await osv.dispose();
});

/** A workspace with what `requirements` names installed. */
async function open(requirements: string, settings: Record<string, unknown> = {}): Promise<void> {
  room = createSecurityRoom({ template, index, osv: osv.url, settings });
  room.write({ 'requirements.txt': requirements });
  await room.pip('install', '-r', 'requirements.txt');
}

test('a vulnerable package goes to the smallest fixed version, and only its pin is rewritten', async () => {
  for (const version of ['1.0.0', '1.0.1', '1.1.0', '2.0.0']) index.add({ name: 'leaky', version });
  index.add({ name: 'calm', version: '3.1' });
  osv.entries = [
    advisory('GHSA-aaaa-bbbb-cccc', 'PyPI', 'leaky', { fixed: '1.0.1', versions: ['1.0.0'], aliases: ['CVE-2026-0001'] }),
  ];
  await open('# what we need\r\nleaky==1.0.0  # pinned\r\ncalm>=3\r\n', { outdated: 'off' });

  const result = await room.security.run({ trigger: 'library' });

  expect(result.status).toBe('SUCCESS');
  expect(await room.versions()).toMatchObject({ leaky: '1.0.1', calm: '3.1' });
  expect(room.read('requirements.txt')).toBe('# what we need\r\nleaky==1.0.1  # pinned\r\ncalm>=3\r\n');
  expect(room.log()).toMatchObject([
    {
      status: 'SUCCESS',
      vulnerabilities: 0,
      update_results: { leaky: true },
      integrity_test: { status: 'PASS', tests: { import_test: true, environment_check: true, critical_files: true } },
      upgrades: [{ name: 'leaky', from: '1.0.0', to: '1.0.1', advisories_cleared: ['CVE-2026-0001'], source: 'osv' }],
    },
  ]);
  expect(room.security.summary()).toMatchObject({ state: 'good', vulnerable: 0 });
  expect(room.read('.tmp/last_security_update')).toMatch(/^2026-11-22T/);
  expect((await room.security.run({ trigger: 'library' })).status).toBe('SKIPPED');
});

test('an upgrade that breaks an import is taken back byte for byte, and not tried again until something changes', async () => {
  index.add({ name: 'leaky', version: '1.0.0' });
  index.add({ name: 'leaky', version: '1.0.1', files: { 'leaky/__init__.py': 'raise RuntimeError("no")\n' } });
  osv.entries = [advisory('PYSEC-1', 'PyPI', 'leaky', { fixed: '1.0.1', versions: ['1.0.0'] })];
  await open('leaky==1.0.0\n');
  const before = await room.digest();

  const result = await room.security.run({ trigger: 'library', force: true });

  expect(result).toMatchObject({ status: 'FAILED', upgrades: [{ name: 'leaky', result: 'taken-back' }] });
  expect(result.reason).toContain('RuntimeError');
  expect(await room.digest()).toBe(before);
  expect(room.read('requirements.txt')).toBe('leaky==1.0.0\n');
  expect(room.news.map(({ kind }) => kind)).toContain('security-failed');
  expect(room.log()[0]).toMatchObject({ status: 'FAILED', update_results: { leaky: false }, integrity_test: { status: 'FAIL' } });

  const again = await room.security.run({ trigger: 'library', force: true });
  expect(again.upgrades).toEqual([]);
  expect(again.report?.findings).toMatchObject([{ code: 'refused', name: 'leaky' }]);

  room.write({ 'app.py': 'import leaky\n' });
  const changed = await room.security.run({ trigger: 'library', force: true });
  expect(changed.upgrades).toMatchObject([{ name: 'leaky', result: 'taken-back' }]);
});

test('one bad upgrade does not keep the good one out', async () => {
  for (const name of ['bad', 'good']) index.add({ name, version: '1.0' });
  index.add({ name: 'bad', version: '1.1', files: { 'bad/__init__.py': 'import gone\n' } });
  index.add({ name: 'good', version: '1.1' });
  osv.entries = ['bad', 'good'].map((name) => advisory(`PYSEC-${name}`, 'PyPI', name, { fixed: '1.1', versions: ['1.0'] }));
  await open('bad==1.0\ngood==1.0\n');

  const result = await room.security.run({ trigger: 'library' });

  expect(result.status).toBe('FAILED');
  expect(await room.versions()).toMatchObject({ bad: '1.0', good: '1.1' });
  expect(room.read('requirements.txt')).toBe('bad==1.0\ngood==1.1\n');
  expect(result.report?.packages.filter(({ advisories }) => advisories.length > 0).map(({ name }) => name)).toEqual(['bad']);
});

test('an index that lies about its files changes nothing', async () => {
  index.add({ name: 'leaky', version: '1.0.0' });
  index.add({ name: 'leaky', version: '1.0.1' });
  osv.entries = [advisory('PYSEC-1', 'PyPI', 'leaky', { fixed: '1.0.1', versions: ['1.0.0'] })];
  await open('leaky==1.0.0\n');
  const before = await room.digest();
  index.fault = 'lying';
  const result = await room.security.run({ trigger: 'library' });
  expect(result).toMatchObject({ status: 'FAILED' });
  expect(result.reason).toMatch(/hash|HASH/);
  expect(await room.digest()).toBe(before);
});

test('with the index down the vulnerability is still told, and nothing is tried', async () => {
  index.add({ name: 'leaky', version: '1.0.0' });
  osv.entries = [advisory('PYSEC-1', 'PyPI', 'leaky', { fixed: '1.0.1', versions: ['1.0.0'] })];
  await open('leaky==1.0.0\n');
  index.fault = 'down';
  const result = await room.security.run({ trigger: 'library' });
  expect(result.status).toBe('COULD_NOT_CHECK');
  expect(result.report?.findings).toMatchObject([{ code: 'unknown-releases', name: 'leaky' }]);
  expect(room.security.summary()).toMatchObject({ state: 'vulnerable', vulnerable: 1 });
});

test('with the database of vulnerabilities down the answer is «could not check», never none', async () => {
  index.add({ name: 'calm', version: '1.0' });
  await open('calm==1.0\n');
  osv.fault = 'down';
  const result = await room.security.run({ trigger: 'library' });
  expect(result.status).toBe('COULD_NOT_CHECK');
  expect(result.report?.packages.every(({ checked }) => !checked)).toBe(true);
  expect(room.security.summary().state).toBe('could-not-check');
  expect(room.log()[0]).toMatchObject({ status: 'COULD_NOT_CHECK', vulnerabilities: null });
  expect((await room.security.shouldUpdate()).should).toBe(true);
});

test('without a fixed version, and with only a yanked one, there is a finding and no upgrade', async () => {
  for (const version of ['1.0', '1.1']) index.add({ name: 'hopeless', version });
  for (const version of ['1.0', '1.1']) index.add({ name: 'withdrawn', version });
  index.yank('withdrawn', '1.1');
  osv.entries = [
    advisory('PYSEC-1', 'PyPI', 'hopeless', { versions: ['1.0', '1.1'] }),
    advisory('PYSEC-2', 'PyPI', 'withdrawn', { fixed: '1.1', versions: ['1.0'] }),
  ];
  await open('hopeless==1.0\nwithdrawn==1.0\n');
  const result = await room.security.run({ trigger: 'library' });
  expect(result.upgrades).toEqual([]);
  expect(result.report?.findings.map(({ name, code }) => [name, code])).toEqual([
    ['hopeless', 'no-fix'],
    ['withdrawn', 'no-fix'],
  ]);
});

test('a new major version waits for a person, and goes in once it is approved', async () => {
  for (const version of ['1.9', '2.0']) index.add({ name: 'leaky', version });
  osv.entries = [advisory('PYSEC-1', 'PyPI', 'leaky', { fixed: '2.0', versions: ['1.9'] })];
  await open('leaky==1.9\n');
  const held = await room.security.run({ trigger: 'library' });
  expect(held).toMatchObject({ status: 'HELD', upgrades: [{ name: 'leaky', to: '2.0', major: true, result: 'waits' }] });
  expect(await room.versions()).toMatchObject({ leaky: '1.9' });
  room.gate.judge = () => ({ verdict: 'allow' });
  const done = await room.security.run({ trigger: 'approval', force: true });
  expect(done.status).toBe('SUCCESS');
  expect(await room.versions()).toMatchObject({ leaky: '2.0' });
});

test('hashes are rewritten from the index, with everything around them as it was', async () => {
  const old = index.add({ name: 'leaky', version: '1.0' });
  const fresh = index.add({ name: 'leaky', version: '1.1' });
  osv.entries = [advisory('PYSEC-1', 'PyPI', 'leaky', { fixed: '1.1', versions: ['1.0'] })];
  const text = (version: string, hash: string): string =>
    `--require-hashes\nleaky == ${version} ; python_version >= "3" \\\n    --hash=sha256:${hash}  # why\n`;
  await open(text('1.0', old.sha256));
  const result = await room.security.run({ trigger: 'library' });
  expect(result.status).toBe('SUCCESS');
  expect(room.read('requirements.txt')).toBe(text('1.1', fresh.sha256));
});

test('a dependency that must move is moved, and one that need not stays', async () => {
  index.add({ name: 'base', version: '1.0' });
  index.add({ name: 'base', version: '1.2' });
  index.add({ name: 'other', version: '1.0' });
  index.add({ name: 'other', version: '1.5' });
  index.add({ name: 'leaky', version: '1.0', requires: ['base>=1.0', 'other>=1.0'] });
  index.add({ name: 'leaky', version: '1.1', requires: ['base>=1.2', 'other>=1.0'] });
  osv.entries = [advisory('PYSEC-1', 'PyPI', 'leaky', { fixed: '1.1', versions: ['1.0'] })];
  await open('leaky==1.0\nbase==1.0\nother==1.0\n', { outdated: 'off' });
  const result = await room.security.run({ trigger: 'library' });
  expect(result.status).toBe('SUCCESS');
  expect(await room.versions()).toMatchObject({ leaky: '1.1', base: '1.2', other: '1.0' });
  expect(room.read('requirements.txt')).toBe('leaky==1.1\nbase==1.2\nother==1.0\n');
});

test('an upgrade is rolled back to exactly what was there, and is not done again', async () => {
  for (const version of ['1.0', '1.1']) index.add({ name: 'leaky', version });
  osv.entries = [advisory('PYSEC-1', 'PyPI', 'leaky', { fixed: '1.1', versions: ['1.0'] })];
  await open('leaky==1.0\n');
  const before = await room.digest();
  const { id } = await room.security.run({ trigger: 'library' });
  const preview = await room.security.previewRollback(id ?? '');
  expect(preview).toMatchObject({ packages: [{ name: 'leaky', from: '1.1', to: '1.0' }], changedSince: [] });
  await expect(room.security.rollback(id ?? '', { token: 'old', trigger: 'panel' })).rejects.toMatchObject({
    code: 'stale-preview',
  });
  await room.security.rollback(id ?? '', { token: preview.token, trigger: 'panel' });
  expect(await room.digest()).toBe(before);
  expect(room.read('requirements.txt')).toBe('leaky==1.0\n');
  expect(room.security.view().runs[0]).toMatchObject({ canRollBack: false });
  const again = await room.security.run({ trigger: 'library', force: true });
  expect(again.upgrades).toEqual([]);
});

test('what somebody wrote into requirements.txt since is told before a rollback, and its bytes are kept', async () => {
  for (const version of ['1.0', '1.1']) index.add({ name: 'leaky', version });
  osv.entries = [advisory('PYSEC-1', 'PyPI', 'leaky', { fixed: '1.1', versions: ['1.0'] })];
  await open('leaky==1.0\n');
  const { id } = await room.security.run({ trigger: 'library' });
  room.write({ 'requirements.txt': 'leaky==1.1\n# mine\n' });
  const preview = await room.security.previewRollback(id ?? '');
  expect(preview.changedSince).toEqual(['requirements.txt']);
  await room.security.rollback(id ?? '', { token: preview.token, trigger: 'panel' });
  expect(room.read('requirements.txt')).toBe('leaky==1.0\n');
  const quarantine = join(room.workspace, '.nightguard/quarantine');
  expect(readdirSync(quarantine).map((name) => readFileSync(join(quarantine, name), 'utf8'))).toEqual(['leaky==1.1\n# mine\n']);
});
