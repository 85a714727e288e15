import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import {
  createVenvTemplate,
  pythonOf,
  startPackageIndex,
  type PackageIndex,
  type VenvTemplate,
} from '../../../support/package-index/index.ts';
import { advisory, startOsvServer, type OsvServer } from '../../../support/osv-server/index.ts';
import { createSecurityRoom, type SecurityRoom } from './security-room.ts';

// pip, and Nightguard itself, are killed with SIGKILL in the middle of an upgrade.

vi.setConfig({ testTimeout: 240_000 });
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
  for (const version of ['1.0', '1.1']) index.add({ name: 'leaky', version, files: modules(version) });
  osv.entries = [advisory('PYSEC-1', 'PyPI', 'leaky', { fixed: '1.1', versions: ['1.0'] })];
  room = createSecurityRoom({ template, index, osv: osv.url, settings: { outdated: 'off' } });
  room.write({ 'requirements.txt': 'leaky==1.0\n' });
  await room.pip('install', '-r', 'requirements.txt');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await room.dispose();
  await index.dispose();
  await osv.dispose();
});

/** So many files that there is a middle. */
const modules = (version: string): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: 400 }, (_, n) => [`leaky/${n === 0 ? '__init__' : `part${n}`}.py`, `x = '${version}'\n`]),
  );

const pipProcesses = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => commandOf(pid).includes(pythonOf(room.venv)) && commandOf(pid).includes('--no-deps'));

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

async function until<T>(look: () => T | undefined | false): Promise<T> {
  for (;;) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    await delay(2);
  }
}

test('pip that is killed half-way leaves nothing behind', async () => {
  const before = await room.digest();
  const running = room.security.run({ trigger: 'library' });
  const marker = join(room.venv, 'lib');
  const pid = await until(() => pipProcesses()[0]);
  await until(() => pipProcesses().length === 0 || isHalfDone(marker));
  if (pipProcesses().length > 0) process.kill(pid, 'SIGKILL');
  const result = await running;
  expect(result.status).toBe('FAILED');
  expect(await room.digest()).toBe(before);
  expect(room.read('requirements.txt')).toBe('leaky==1.0\n');
});

test.each(['preparing', 'changing', 'testing', 'restoring'])(
  'Nightguard that is killed while %s puts the environment back at its next start',
  async (state) => {
    const before = await room.digest();
    await room.reopen();
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'run-process.ts'), room.workspace, index.url, osv.url, 'false'],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await until(() => room.database.get('SELECT 1 FROM security_attempts WHERE state = ?', state) !== undefined);
    if (state === 'changing') await until(() => pipProcesses().length > 0);
    child.kill('SIGKILL');
    await ended;
    const result = await room.security.run({ trigger: 'library', checkOnly: true });
    expect(pipProcesses()).toEqual([]);
    expect(result.report?.packages.find(({ name }) => name === 'leaky')?.version).toBe('1.0');
    expect(await room.digest()).toBe(before);
    expect(room.read('requirements.txt')).toBe('leaky==1.0\n');
    expect(room.security.view().runs.map(({ status }) => status)).toEqual(['CHECKED', 'INTERRUPTED']);
    expect(room.log().map(({ status }) => status)).toEqual(['INTERRUPTED', 'CHECKED']);
    expect(readdirSync(join(room.workspace, '.nightguard/security'))).toEqual([]);
  },
);

/** The new version has begun to be unpacked. */
function isHalfDone(lib: string): boolean {
  const python = readdirSync(lib).find((name) => name.startsWith('python')) ?? '';
  return (
    existsSync(join(lib, python, 'site-packages/leaky-1.1.dist-info')) || existsSync(join(lib, python, 'site-packages/~eaky'))
  );
}
