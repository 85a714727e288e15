import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Guardian } from '../../electron/guardian-api.ts';
import { createGuardian } from '../../electron/guardian.ts';
import { createSandbox, type Sandbox } from '../support/sandbox.ts';
import { contentsBelow, readTree, sha256, workContents, writeTree, type Tree } from '../support/tree.ts';

// The real terminal process is killed with SIGKILL right before its changes to the disk, one after the other. Then a guardian is
// started again: nothing may be lost, the set is in place or it is not, and the next act brings everything to its end.

const root = join(import.meta.dirname, '../..');
/** The build: it starts three times as fast as the sources, and it is what people run. */
const cli = join(root, 'out/main/cli.js');
const killer = join(root, 'test/support/kill-at.mjs');
const TIMEOUT = 600_000;

const commandLine = (workspace: string, args: string[]): string[] => [cli, ...args, '--workspace', workspace, '--json'];

/** The signal that ended the real process, or null. */
function run(workspace: string, args: string[], env: Record<string, string>): string | null {
  const { signal } = spawnSync(process.execPath, ['--import', killer, ...commandLine(workspace, args)], {
    stdio: 'ignore',
    env: { ...process.env, ...env },
  });
  return signal;
}

type Act = (guardian: Guardian) => Promise<unknown>;

/** The next start, in this process: it ends what was interrupted before it does anything. */
async function startAgain(workspace: string, ...acts: Act[]): Promise<void> {
  const guardian = await createGuardian({ workspace, door: 'library' });
  for (const act of acts) await act(guardian);
  await guardian.dispose();
}

const look: Act = (guardian) => guardian.runUpdate({ trigger: 'library', dryRun: true });
const update: Act = (guardian) => guardian.runUpdate({ trigger: 'library', releaseBrake: 'any' });
const rollBack: Act = (guardian) =>
  guardian.rollback({ kind: 'release', release: 'R-0002' }, { changedSince: 'keep', trigger: 'library' });

/** A workspace at the moment before the act, which is copied for each kill. */
interface Scene {
  sandbox: Sandbox;
  before: Tree;
  after: Tree;
  steps: number;
}

let copies: string;
beforeAll(() => {
  copies = mkdtempSync(join(tmpdir(), 'nightguard-crash-'));
});
afterAll(() => rmSync(copies, { recursive: true, force: true }));

/** Core is given by its absolute path in the settings, and no act of ours changes it: all copies share it. */
function copyOf(scene: Scene, name: string): string {
  const copy = join(copies, name);
  rmSync(copy, { recursive: true, force: true });
  cpSync(scene.sandbox.workspace, copy, { recursive: true, preserveTimestamps: true });
  return copy;
}

async function prepareScene(command: string[], verify: object[]): Promise<Scene> {
  const sandbox = createSandbox({
    core: { 'execution/run.py': 'x = 1\n', 'directives/run.md': 'one', 'gone.txt': 'bye', 'data/conf.json': '{"a": 1}' },
    updates: { deletions: 'archive', verify },
  });
  const first = await sandbox.guardian();
  await update(first);
  writeTree(sandbox.core, {
    'execution/run.py': 'x = 2\n',
    'directives/run.md': 'two',
    'data/conf.json': '{"a": 2}',
    'new/deep/file.py': 'y = 1\n',
  });
  rmSync(join(sandbox.core, 'gone.txt'));
  if (command[0] === 'rollback') await update(first);
  await first.dispose();
  const scene: Scene = { sandbox, before: readTree(sandbox.workspace), after: {}, steps: 0 };
  const whole = copyOf(scene, 'whole');
  const counts = join(copies, 'counts');
  expect(run(whole, command, { NIGHTGUARD_TEST_COUNT_FILE: counts })).toBeNull();
  scene.after = readTree(whole);
  scene.steps = Number(readFileSync(counts, 'utf8'));
  expect(scene.steps).toBeGreaterThan(30);
  return scene;
}

function expectSound(workspace: string, mustHave: ReadonlySet<string>): void {
  const now = contentsBelow(workspace);
  expect([...mustHave].filter((hash) => !now.has(hash))).toEqual([]);
  const database = new DatabaseSync(join(workspace, '.nightguard/state.db'));
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  const copies = database.prepare('SELECT archive_path, hash FROM archive').all() as { archive_path: string; hash: string }[];
  const unfinished = database.prepare(`SELECT count(*) AS n FROM releases WHERE status IN ('APPLYING', 'VERIFYING')`).get();
  database.close();
  expect(unfinished).toEqual({ n: 0 });
  for (const copy of copies) expect(sha256(readFileSync(join(workspace, copy.archive_path)))).toBe(copy.hash);
  const staging = join(workspace, '.nightguard/staging');
  expect(existsSync(staging) ? readdirSync(staging) : []).toEqual([]);
  const log = join(workspace, 'knowledge/system/update_log.json');
  if (existsSync(log) && statSync(log).size > 0) expect(Array.isArray(JSON.parse(readFileSync(log, 'utf8')))).toBe(true);
}

/** What each release wrote into the log, to see that none is missing and none is there twice. */
function releasesInLog(workspace: string): string[] {
  const entries = JSON.parse(readFileSync(join(workspace, 'knowledge/system/update_log.json'), 'utf8')) as {
    release?: string;
    relative_path: string;
  }[];
  return entries.map((entry) => `${entry.release} ${entry.relative_path}`);
}

/** All places take several minutes; otherwise each run takes other ones. */
const THOROUGH = process.env['NIGHTGUARD_TEST_ALL'] === '1';

interface Story {
  command: string[];
  /** The same, for the next start. */
  again: Act;
  verify?: object[];
  /** What the next start leads to. */
  end: 'after' | 'before';
  /** Every how manyeth step is tried; the starting point changes from run to run. */
  every: number;
}

async function killAtSteps({ command, again, verify = [], end, every }: Story): Promise<number> {
  const scene = await prepareScene(command, verify);
  let kills = 0;
  try {
    const mustHave = workContents(scene.sandbox.workspace);
    for (let step = 1 + (Date.now() % every); step <= scene.steps; step += every) {
      const workspace = copyOf(scene, 'killed');
      // Closing handles at the very end varies by a call or two: then there is nothing left to be killed at.
      if (run(workspace, command, { NIGHTGUARD_TEST_KILL_AT: String(step) }) !== 'SIGKILL') continue;
      kills += 1;
      const kept = contentsBelow(workspace);
      expect(
        [...mustHave].filter((hash) => !kept.has(hash)),
        `lost right after the kill at step ${step}`,
      ).toEqual([]);
      await startAgain(workspace, look);
      expectSound(workspace, mustHave);
      expect([scene.before, scene.after], `half a set after the kill at step ${step}`).toContainEqual(readTree(workspace));
      await startAgain(workspace, again);
      expectSound(workspace, mustHave);
      expect(readTree(workspace), `at the end, killed at step ${step}`).toEqual(end === 'after' ? scene.after : scene.before);
      const logged = releasesInLog(workspace);
      expect(new Set(logged).size, `twice in the log after the kill at step ${step}: ${logged.join(', ')}`).toBe(logged.length);
    }
    return kills;
  } finally {
    await scene.sandbox.dispose();
  }
}

describe('kill -9 of the terminal process right before a change to the disk', () => {
  test('of an update: all of the set or none, nothing lost, and the next start completes it', { timeout: TIMEOUT }, async () => {
    const kills = await killAtSteps({ command: ['update', '--yes'], again: update, end: 'after', every: THOROUGH ? 1 : 2 });
    console.log(`  an update of 5 files was killed at ${kills} places`);
    expect(kills).toBeGreaterThan(30);
  });

  test('of a rollback: all of it or none, and nothing lost', { timeout: TIMEOUT }, async () => {
    const kills = await killAtSteps({ command: ['rollback', 'R-0002'], again: rollBack, end: 'after', every: THOROUGH ? 1 : 4 });
    expect(kills).toBeGreaterThan(10);
  });

  test('of an update whose verification fails: the set is gone again afterwards', { timeout: TIMEOUT }, async () => {
    const verify = [{ run: 'grep -q "x = 1" execution/run.py' }];
    const kills = await killAtSteps({
      command: ['update', '--yes'],
      again: update,
      verify,
      end: 'before',
      every: THOROUGH ? 1 : 4,
    });
    expect(kills).toBeGreaterThan(10);
  });
});

describe('kill -9 at a random moment', () => {
  test(
    'of an update of 300 files on several threads: all of it or none, and the next start completes it',
    { timeout: TIMEOUT },
    async () => {
      const files = (text: string): Record<string, string> =>
        Object.fromEntries(
          Array.from({ length: 300 }, (_, index) => [
            `part${index % 7}/file${index}.txt`,
            `${text} ${index} ${'x'.repeat(5000)}`,
          ]),
        );
      const sandbox = createSandbox({ core: files('old') });
      try {
        const first = await sandbox.guardian();
        await update(first);
        await first.dispose();
        writeTree(sandbox.core, files('new'));
        const scene: Scene = { sandbox, before: readTree(sandbox.workspace), after: {}, steps: 0 };
        const mustHave = workContents(sandbox.workspace);
        const whole = copyOf(scene, 'whole');
        const began = performance.now();
        run(whole, ['update', '--yes'], {});
        const duration = performance.now() - began;
        scene.after = readTree(whole);
        for (let round = 0; round < 8; round += 1) {
          const workspace = copyOf(scene, 'killed');
          await killAfter(duration * (0.2 + 0.8 * Math.random()), commandLine(workspace, ['update', '--yes']));
          await startAgain(workspace, look);
          expectSound(workspace, mustHave);
          expect([scene.before, scene.after]).toContainEqual(readTree(workspace));
          await startAgain(workspace, update);
          expect(readTree(workspace)).toEqual(scene.after);
        }
      } finally {
        await sandbox.dispose();
      }
    },
  );
});

function killAfter(ms: number, args: string[]): Promise<void> {
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  return new Promise((resolve) => {
    child.on('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
