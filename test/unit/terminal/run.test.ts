import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textOf } from '../features/annealing/support/open.ts';
import { writeTree } from '../../support/tree.ts';

const CLI = join(import.meta.dirname, 'run-process.ts');
const env = { ...process.env, NIGHTGUARD_RETRY_DELAY_MS: '1', LANG: 'C', LC_ALL: 'C' };

let workspace: string;
beforeEach(() => {
  workspace = realpathSync(mkdtempSync(join(tmpdir(), 'nightguard-run-')));
  writeTree(workspace, { 'nightguard.yaml': 'updates: {}\n' });
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

const nightguard = (args: string[], input = '') =>
  spawnSync(process.execPath, [CLI, ...args], { cwd: workspace, encoding: 'utf8', input, env });
const tracking = () =>
  JSON.parse(textOf(workspace, 'knowledge/system/error_tracking.json') ?? 'null') as {
    error_counts: Record<string, number>;
    error_history: unknown[];
  } | null;

describe('nightguard run', () => {
  it('is the command: its output, input and exit code', () => {
    writeTree(workspace, {
      'echo.py': 'import sys\nprint(sys.stdin.read().upper(), end="")\nprint("err", file=sys.stderr)\nsys.exit(7)\n',
    });
    const { status, stdout, stderr } = nightguard(['run', '--', 'python3', 'echo.py'], 'hello\n');
    expect([status, stdout, stderr]).toEqual([7, 'HELLO\n', 'err\n']);
    expect(tracking()?.error_counts).toEqual({ 'ExitCode:echo.py': 1 });
  });

  it('records the error from the output, asks for annealing the third time, and a success resets its own key', () => {
    writeTree(workspace, { 'execution/fetch.py': 'def fetch_trends():\n    open("trends.json")\nfetch_trends()\n' });
    const fail = () => nightguard(['run', '--', 'python3', 'execution/fetch.py']);
    expect([fail().status, fail().status]).toEqual([1, 1]);
    expect(fail().stderr).toContain('FileNotFoundError:fetch_trends has come 3 times');
    expect(tracking()).toMatchObject({
      error_counts: { 'FileNotFoundError:fetch_trends': 3 },
      error_history: [
        {},
        {},
        {
          error_key: 'FileNotFoundError:fetch_trends',
          context: { function: 'fetch_trends', file: 'execution/fetch.py', line: 2 },
        },
      ],
    });
    expect(textOf(workspace, 'directives/self_annealing_log.md')).toContain('] FileNotFoundError\n');
    writeTree(workspace, { 'trends.json': '{}' });
    expect(nightguard(['run', '--', 'python3', 'execution/fetch.py']).status).toBe(0);
    expect(tracking()?.error_counts).toEqual({});
  });

  it('tries again as often as asked, and says so in JSON alone on standard output', () => {
    writeTree(workspace, {
      'flaky.py':
        'import os, sys\nopen("n", "a").write("x")\nprint("out")\nif len(open("n").read()) < 3: raise ValueError("not yet")\n',
    });
    const { status, stdout, stderr } = nightguard(['--json', 'run', '--retries', '3', '--', 'python3', 'flaky.py']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      exitCode: 0,
      attempts: 3,
      errors: [{ errorKey: 'ValueError:<module>', count: 1 }, { count: 2 }],
    });
    expect(stderr).toContain('Trying again in');
    expect(tracking()?.error_counts).toEqual({});
  });

  it('passes signals on, and records no error of a program that was stopped', async () => {
    writeTree(workspace, {
      'wait.py':
        'import signal, sys, time\ndef stop(*_):\n    print("tidy", flush=True)\n    sys.exit(5)\nsignal.signal(signal.SIGTERM, stop)\nprint("up", flush=True)\ntime.sleep(60)\n',
    });
    const child = spawn(process.execPath, [CLI, 'run', '--retries', '5', '--', 'python3', 'wait.py'], {
      cwd: workspace,
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let seen = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (!seen.includes('up') && String(chunk).includes('up')) child.kill('SIGTERM');
      seen += String(chunk);
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, seen]).toEqual([5, 'up\ntidy\n']);
  });

  it('loses nothing of what a slow reader has not read yet, and does not wait for daemons that stay behind', async () => {
    writeTree(workspace, {
      'much.py':
        'import subprocess, sys\nsys.stdout.write("x" * 3_000_000)\nsys.stdout.flush()\nsubprocess.Popen(["sleep", "20"])\n',
    });
    const began = performance.now();
    const child = spawn(process.execPath, [CLI, 'run', '--', 'python3', 'much.py'], {
      cwd: workspace,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let length = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      child.stdout.pause();
      setTimeout(() => child.stdout.resume(), 20);
    });
    await new Promise((resolve) => child.on('close', resolve));
    expect(length).toBe(3_000_000);
    expect(performance.now() - began).toBeLessThan(18_000);
  });

  it('ends with 127 for a command that is not there, and records nothing', () => {
    expect(nightguard(['run', '--retries', '3', '--', './nope']).status).toBe(127);
    expect(tracking()).toBeNull();
  });

  it('does not lose the exit code when the failure cannot be recorded', () => {
    writeTree(workspace, { '.nightguard/state.db': 'this is not a database, whatever its name says' });
    const { status, stderr } = nightguard(['run', '--', process.execPath, '-e', 'process.exit(9)']);
    expect([status, stderr.includes('could not be recorded')]).toEqual([9, true]);
  });
});

describe('nightguard errors', () => {
  const json = (...args: string[]): unknown => JSON.parse(nightguard(['--json', 'errors', ...args]).stdout);

  it('lists, shows, reports, resolves, ignores and merges', () => {
    for (const [file, type] of [
      ['a.py', 'KeyError'],
      ['b.py', 'IndexError'],
    ] as const) {
      writeTree(workspace, { [file]: `def go():\n    raise ${type}("x")\ngo()\n` });
      nightguard(['run', '--', 'python3', file]);
    }
    expect(json('list')).toMatchObject({ groups: [{ key: 'IndexError:go', state: 'new' }, { key: 'KeyError:go' }] });
    expect(json('show', '1')).toMatchObject({
      group: { id: 1, total: 1 },
      events: [{ type: 'KeyError', command: { argv: ['python3', 'a.py'], cwd: '' } }],
    });
    expect(json('report', '1')).toMatchObject({ group: { analysis: { count: 1, source: { file: 'a.py' } } } });
    expect(json('merge', '2', '1')).toMatchObject({ group: { id: 1, total: 2 } });
    expect(json('resolve', '1')).toMatchObject({ group: { state: 'fixed' } });
    expect(json('ignore', '1')).toMatchObject({ group: { state: 'ignored' } });
    expect(json('list')).toEqual({ groups: [] });
    expect(nightguard(['errors', 'list', '--all']).stdout).toContain('KeyError:go');
    expect(nightguard(['errors', 'show', '1']).stdout).toContain('b.py:2 go');
  });
});
