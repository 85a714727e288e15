import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { beginVersion, install, passProbation, takeBack } from '../../electron/app-update/install.ts';
import { sha512Of } from '../../electron/app-update/swap-file.ts';
import { readJournal } from '../../electron/app-update/update-journal.ts';
import { watchUpdate } from '../../electron/app-update/watch-update.ts';
import { systemClock } from '../../electron/kernel/clock.ts';

const root = join(import.meta.dirname, '../..');
const TIMES = { leaveMs: 5000, healthyMs: 5000, pollMs: 20 };
/** No process has it. */
const GONE = 4_194_303;

let folder: string;
const at = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(at(name), 'utf8');
/** A program that leaves a word, and ends as it is told. */
const program = (name: string, version: string, then: string): void => {
  writeFileSync(at(name), `#!/bin/sh\n# ${version}\necho ${version} >> '${at('started')}'\n${then}\n`);
  chmodSync(at(name), 0o755);
};
const becomesHealthy = (): string => `sed -i 's/"installing"/"healthy"/' '${at('journal.json')}'; sleep 1`;
async function plan(): Promise<Parameters<typeof install>[0]> {
  return {
    journal: at('journal.json'),
    target: at('app'),
    from: '0.1.0',
    to: '0.2.0',
    downloaded: at('new'),
    sha512: await sha512Of(at('new')),
    now: 1,
    pid: GONE,
  };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightguard-app-update-'));
  program('app', 'v1', '');
  program('new', 'v2', becomesHealthy());
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the application is replaced', () => {
  test('killed at every step, its place holds one whole version or the other, and it can be started', async () => {
    const [v1, v2] = [read('app'), read('new')];
    const run = async (env: Record<string, string>): Promise<number | null> => {
      const args = ['--import', join(root, 'test/support/kill-at.mjs'), join(root, 'test/support/install-program.ts')];
      return spawnSync(process.execPath, [...args, JSON.stringify(await plan())], { env: { ...process.env, ...env } }).status;
    };
    expect(await run({ NIGHTGUARD_TEST_COUNT_FILE: at('count') })).toBe(0);
    expect(read('app')).toBe(v2);
    const steps = Number(read('count'));
    expect(steps).toBeGreaterThan(10);
    for (let step = 1; step <= steps; step += 1) {
      program('app', 'v1', '');
      rmSync(at('journal.json'), { force: true });
      expect(await run({ NIGHTGUARD_TEST_KILL_AT: String(step) })).toBeNull();
      const now = read('app');
      expect([v1, v2]).toContain(now);
      expect(statSync(at('app')).mode & 0o111).not.toBe(0);
      // The version that is there begins as what it is; a new one can always be taken back to the very bytes of the former.
      const beginning = await beginVersion(at('journal.json'), now === v1 ? '0.1.0' : '0.2.0');
      expect(beginning).toBe(now === v1 ? 'ordinary' : 'on-probation');
      if (now === v2) await takeBack(at('journal.json'), 'a test');
      expect(read('app')).toBe(v1);
    }
    expect(await run({})).toBe(0);
    await takeBack(at('journal.json'), 'a test');
    expect(read('app')).toBe(v1);
  });

  test('a program that is not the one that was signed replaces nothing', async () => {
    const before = read('app');
    await expect(install({ ...(await plan()), sha512: 'x' })).rejects.toMatchObject({ code: 'hash-mismatch' });
    expect(read('app')).toBe(before);
  });

  test('a former version that was changed meanwhile is not put back', async () => {
    await install(await plan());
    const after = read('app');
    writeFileSync(at('former-0.1.0'), 'something else');
    await expect(takeBack(at('journal.json'), 'a test')).rejects.toMatchObject({ code: 'hash-mismatch' });
    expect(read('app')).toBe(after);
  });
});

describe('a new version is watched by the former one', () => {
  test('one that becomes healthy stays', async () => {
    const v2 = read('new');
    await install(await plan());
    expect(await watchUpdate(at('journal.json'), systemClock, TIMES)).toBe(0);
    expect(read('app')).toBe(v2);
    expect(read('started')).toBe('v2\n');
  });

  test.each([
    ['crashes', 'exit 7', 'It ended with code 7.'],
    ['is killed', 'kill -9 $$', 'It ended with SIGKILL.'],
    ['hangs', 'exec sleep 60', 'It was not healthy after 1 seconds.'],
  ])('one that %s is taken back, started again as it was, and not offered any more', async (_what, then, reason) => {
    const v1 = read('app');
    program('new', 'v2', then);
    await install(await plan());
    expect(await watchUpdate(at('journal.json'), systemClock, { ...TIMES, healthyMs: 1000 })).toBe(1);
    expect(read('app')).toBe(v1);
    expect(readJournal(at('journal.json'))).toMatchObject({ refused: ['0.2.0'], install: { phase: 'taken-back', reason } });
    await expect.poll(() => read('started')).toBe('v2\nv1\n');
    expect(await beginVersion(at('journal.json'), '0.1.0')).toBe('taken-back');
  });

  test('a program that cannot be started at all is taken back', async () => {
    const v1 = read('app');
    writeFileSync(at('new'), '#!/nowhere/at/all\n');
    await install(await plan());
    expect(await watchUpdate(at('journal.json'), systemClock, TIMES)).toBe(1);
    expect(read('app')).toBe(v1);
    await expect.poll(() => existsSync(at('started'))).toBe(true);
  });

  test('a person who quits it has judged nothing: its next starts go on, and the fourth without health goes back', async () => {
    program('new', 'v2', 'exit 0');
    await install(await plan());
    expect(await watchUpdate(at('journal.json'), systemClock, TIMES)).toBe(0);
    const starts = [];
    for (let start = 0; start < 4; start += 1) starts.push(await beginVersion(at('journal.json'), '0.2.0'));
    expect(starts).toEqual(['on-probation', 'on-probation', 'on-probation', 'must-go-back']);
    await passProbation(at('journal.json'));
    expect(await beginVersion(at('journal.json'), '0.2.0')).toBe('ordinary');
  });

  test('nothing that is under way is nothing to watch', async () => {
    expect(await watchUpdate(at('journal.json'), systemClock, TIMES)).toBe(64);
    expect(existsSync(at('started'))).toBe(false);
  });
});
