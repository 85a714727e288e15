import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newImportCycle } from '../../../../../electron/features/annealing/prove/import-cycle.ts';
import { replayEnvironment } from '../../../../../electron/features/annealing/prove/replay-environment.ts';
import { makeScratchCopy } from '../../../../../electron/features/annealing/prove/scratch-copy.ts';
import type { ProcessOptions, ProcessRunner } from '../../../../../electron/kernel/ports/process-runner.ts';
import { runProcess } from '../../../../../electron/platform/headless/process-runner.ts';
import type { Suggestion } from '../../../../../shared/model/annealing.ts';
import { contentsBelow, writeTree } from '../../../../support/tree.ts';
import { open, textOf, type Opened } from '../support/open.ts';

let workspace: string;
const openedOnes: Opened[] = [];
beforeEach(() => {
  workspace = realpathSync(mkdtempSync(join(tmpdir(), 'nightguard-prove-')));
});
afterEach(async () => {
  for (const opened of openedOnes.splice(0)) await opened.dispose();
  rmSync(workspace, { recursive: true, force: true });
});

const ARGV = ['python3', 'execution/price.py'];
const SCRIPT = 'import os\ndef price(order):\n    return order["price"]\nprint(price({}))\n';

function opened(...options: Parameters<typeof open> extends [string, ...infer Rest] ? Rest : never): Opened {
  const one = open(workspace, ...options);
  openedOnes.push(one);
  return one;
}

async function failOnce({ annealing }: Opened, argv = ARGV) {
  const { status, signal, stdout, stderr } = spawnSync(argv[0]!, argv.slice(1), { cwd: workspace, encoding: 'utf8' });
  return annealing.programEnded({ argv, cwd: workspace, exitCode: status, signal, output: stdout + stderr });
}

async function proofOf(one: Opened, argv = ARGV): Promise<Suggestion['proof']> {
  const ended = await failOnce(one, argv);
  const { group } = await one.annealing.analyse(ended!.group);
  return group.analysis?.suggestions[0]?.proof ?? null;
}

describe('a proof', () => {
  it('comes with the third failure: analysed, patched, proven, reported, told once', async () => {
    writeTree(workspace, { 'execution/price.py': SCRIPT });
    const before = contentsBelow(join(workspace, 'execution'));
    const release = { id: 'R-0007', at: Date.now() - 4 * 60_000, files: ['execution/price.py'] };
    const one = opened({}, { releases: () => [release] });
    for (let n = 0; n < 5; n += 1) await failOnce(one);
    await one.annealing.settled();
    const { group } = one.annealing.report(1);
    expect(group).toMatchObject({
      state: 'proposed',
      analysis: { count: 3, suspect: { release: 'R-0007', minutesBefore: 4 }, source: { file: 'execution/price.py' } },
    });
    expect(group.analysis?.suggestions).toMatchObject([
      { rule: 'key-error', proof: { verdict: 'proven' }, patch: { file: 'execution/price.py' } },
    ]);
    expect(group.analysis?.suggestions[0]?.patch?.unified).toContain(
      '-    return order["price"]\n+    return order.get("price")\n',
    );
    expect(one.alerts).toHaveLength(1);
    expect(textOf(workspace, 'directives/self_annealing_log.md')).toContain('1. **DICT_SAFETY**');
    // Nothing of the workspace's own was touched.
    expect(contentsBelow(join(workspace, 'execution'))).toEqual(before);
  });

  it('runs without credentials, home or secrets of the workspace, away from it', async () => {
    writeTree(workspace, { 'execution/price.py': SCRIPT, '.env': 'TELEGRAM_BOT_TOKEN=x', 'libs/keys/server.pem': 'x' });
    const runs: (ProcessOptions & { files: string[] })[] = [];
    const spy: ProcessRunner = (file, args, options) => {
      runs.push({ ...options, files: readdirSync(options.cwd, { recursive: true }).map(String) });
      return runProcess(file, args, options);
    };
    process.env['NIGHTGUARD_TEST_TOKEN'] = 'secret';
    expect((await proofOf(opened({}, { runProcess: spy })))?.verdict).toBe('proven');
    delete process.env['NIGHTGUARD_TEST_TOKEN'];
    expect(runs).toHaveLength(2);
    for (const { cwd, env = {}, inheritEnv, files } of runs) {
      expect(inheritEnv).toBe(false);
      expect(cwd.startsWith(workspace)).toBe(false);
      expect(Object.keys(env).filter((name) => /TOKEN|KEY|SECRET|SSH/.test(name))).toEqual([]);
      expect(env['HOME']).not.toBe(process.env['HOME']);
      expect(files).not.toContain('.env');
      expect(files).not.toContain('libs/keys/server.pem');
      expect(textOf(cwd, '.')).toBeNull();
    }
  });

  it('is not claimed where nothing was seen', async () => {
    writeTree(workspace, { 'execution/price.py': SCRIPT });
    const settings = { replay: true, timeoutSeconds: 60, maxCopyMB: 200 };
    expect(await proofOf(opened({ proof: { ...settings, replay: false } }))).toMatchObject({
      verdict: 'not-proven',
      reason: expect.stringContaining('turned off') as string,
    });
    expect(await proofOf(opened({}, { gate: { judge: () => ({ verdict: 'ask', reason: 'a person decides' }) } }))).toMatchObject({
      verdict: 'not-proven',
      reason: expect.stringContaining('a person decides') as string,
    });
    writeTree(workspace, { 'big.bin': 'x'.repeat(2_000_000) });
    expect(await proofOf(opened({ proof: { ...settings, maxCopyMB: 1 } }))).toMatchObject({
      verdict: 'not-proven',
      reason: expect.stringContaining('larger than 1 MB') as string,
    });
  });

  it('needs the same failure in the copy first', async () => {
    writeTree(workspace, {
      'execution/price.py': `import os\n${SCRIPT}`.replace('price({})', 'price({"price": 1} if "proof" in os.getcwd() else {})'),
    });
    expect(await proofOf(opened())).toMatchObject({
      verdict: 'not-proven',
      reason: expect.stringContaining('does not fail in a scratch copy') as string,
    });
  });

  it('keeps no secret of the code around, and reads no file that is no code', async () => {
    writeTree(workspace, {
      'execution/price.py': SCRIPT.replace('import os', 'API_KEY = "hunter2-hunter2"'),
      '.env': 'API_KEY=hunter2-hunter2',
    });
    const one = opened();
    const ended = await failOnce(one);
    const { group } = await one.annealing.analyse(ended!.group);
    expect(group.analysis?.suggestions).toMatchObject([
      { patch: null, noPatch: 'the code around holds what looks like a secret' },
    ]);
    expect(JSON.stringify(group)).not.toContain('hunter2');
    const frame = { file: '.env', line: 1, column: null, endColumn: null, function: 'f', own: true, code: null };
    const [recorded] = await one.annealing.record([{ ...one.annealing.report(1).events[0]!, frames: [frame] }]);
    expect((await one.annealing.analyse(recorded!.group)).group.analysis?.source).toBeNull();
  });

  it('ends a program that goes on and on', async () => {
    writeTree(workspace, {
      'execution/price.py': SCRIPT.replace('print(price({}))', 'value = price({})\nimport time\ntime.sleep(60)'),
    });
    const proof = await proofOf(opened({ proof: { replay: true, timeoutSeconds: 2, maxCopyMB: 200 } }));
    expect(proof).toMatchObject({
      verdict: 'not-proven',
      reason: expect.stringContaining('with the fix it ran longer') as string,
    });
  });

  it('makes no patch for code that changed since, and none twice for code that is fixed', async () => {
    writeTree(workspace, { 'execution/price.py': SCRIPT });
    const one = opened();
    const ended = await failOnce(one);
    writeTree(workspace, { 'execution/price.py': SCRIPT.replace('order["price"]', 'order["cost"]') });
    const { group } = await one.annealing.analyse(ended!.group);
    expect(group.analysis?.suggestions).toMatchObject([
      { patch: null, noPatch: 'line 3 of execution/price.py has changed since' },
    ]);
  });
});

describe('a scratch copy', () => {
  it('has no link that leads out, and is gone afterwards', async () => {
    writeTree(workspace, { 'a/b.txt': 'x', '.git/config': 'x' });
    symlinkSync('/etc', join(workspace, 'out'));
    symlinkSync('../../..', join(workspace, 'a/up'));
    symlinkSync('b.txt', join(workspace, 'a/in'));
    const copy = await makeScratchCopy(workspace, 1e6);
    expect(readdirSync(copy!.workspace, { recursive: true }).map(String).sort()).toEqual(['a', 'a/b.txt', 'a/in']);
    await copy!.remove();
    expect(textOf(copy!.workspace, 'a/b.txt')).toBeNull();
  });
});

describe('the environment of a replay', () => {
  it('keeps what programs need, and nothing else', () => {
    const env = replayEnvironment(
      { PATH: '/bin', LANG: 'C', AWS_SECRET_ACCESS_KEY: 'x', SSH_AUTH_SOCK: '/x', HTTPS_PROXY: 'http://u:p@h' },
      { home: '/h', temporary: '/t' },
    );
    expect(Object.keys(env).sort()).toEqual([
      'HOME',
      'LANG',
      'NIGHTGUARD_REPLAY',
      'NO_COLOR',
      'PATH',
      'PYTHONDONTWRITEBYTECODE',
      'TEMP',
      'TMP',
      'TMPDIR',
      'USERPROFILE',
    ]);
  });
});

describe('a new import', () => {
  it('that closes a circle is seen', async () => {
    writeTree(workspace, { 'a.py': 'x = 1\n', 'b.py': 'import c\n', 'c.py': 'import a\n' });
    expect(await newImportCycle(workspace, 'a.py', 'x = 1\n', 'import b\nx = 1\n')).toBe('a.py → b.py → c.py → a.py');
    expect(await newImportCycle(workspace, 'a.py', 'x = 1\n', 'import os\nx = 1\n')).toBeNull();
  });
});
