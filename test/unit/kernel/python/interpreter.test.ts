import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findInterpreter, inspectInterpreter, originOf, readInstalled } from '../../../../electron/kernel/python/index.ts';
import { runProcess } from '../../../../electron/platform/headless/process-runner.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightguard-python-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const program = (path: string, script: string): string => {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, script);
  chmodSync(path, 0o755);
  return path;
};
const venv = (name: string): string => {
  program(join(folder, name, 'bin', 'python'), '#!/bin/sh\n');
  writeFileSync(join(folder, name, 'pyvenv.cfg'), '');
  return join(folder, name);
};
const find = (environment: Record<string, string> = {}) => findInterpreter({ workspace: folder, environment, platform: 'linux' });
const inspect = (python: string, timeoutMs = 10_000) => inspectInterpreter(python, { runProcess, timeoutMs, cwd: folder });

describe('the Python of a workspace', () => {
  it('is its virtual environment, before any that PATH has', () => {
    const path = venv('venv');
    expect(find({ PATH: '/usr/bin' })).toEqual({
      kind: 'venv',
      python: join(path, 'bin', 'python'),
      folder: path,
      isInside: true,
    });
    expect(find({ VIRTUAL_ENV: venv('mine') })).toMatchObject({ folder: join(folder, 'mine') });
  });

  it('is not an active environment that lies elsewhere, nor what a relative PATH would find', () => {
    program(join(folder, 'python3'), '#!/bin/sh\n');
    expect(find({ VIRTUAL_ENV: '/somewhere/else', PATH: '.:' })).toEqual({ kind: 'none' });
  });

  it('is said to be broken when the environment points to a Python that is gone', () => {
    const path = venv('.venv');
    rmSync(join(path, 'bin', 'python'));
    symlinkSync('/nowhere/python3', join(path, 'bin', 'python'));
    const found = find();
    expect(found.kind).toBe('broken-venv');
    expect(found.kind === 'broken-venv' ? found.detail : '').toContain('no longer there');
  });

  it('is known to lie elsewhere when the folder is a link', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'nightguard-elsewhere-'));
    symlinkSync(elsewhere, join(folder, '.venv'));
    venv('.venv');
    expect(find()).toMatchObject({ kind: 'venv', isInside: false });
    rmSync(elsewhere, { recursive: true, force: true });
  });
});

describe('asking an interpreter what it is', () => {
  it('gives version, markers and paths in one process', async () => {
    const inspection = await inspect('python3');
    if (inspection.state !== 'working') throw new Error(inspection.detail);
    expect(inspection.facts.version).toMatch(/^3\.\d+\.\d+/);
    expect(inspection.facts.markers.python_full_version).toBe(inspection.facts.version);
    expect(inspection.facts.paths.length).toBeGreaterThan(0);
  });

  it.each([
    [
      'exits with an error',
      '#!/bin/sh\necho "no module named encodings" >&2\nexit 1\n',
      'exited with 1: no module named encodings',
    ],
    ['prints garbage', '#!/bin/sh\necho nightguard-facts:garbage\necho more\n', 'something that is not what it was asked for'],
    ['is no program', 'not a program', ''],
  ])('says so when it %s', async (_, script, detail) => {
    const inspection = await inspect(program(join(folder, 'python3'), script));
    expect(inspection.state).toBe('broken');
    expect(inspection.state === 'broken' ? inspection.detail : '').toContain(detail);
  });

  it('does not wait for one that hangs, nor for what it has started', async () => {
    const began = performance.now();
    const inspection = await inspect(program(join(folder, 'python3'), '#!/bin/sh\nsleep 60 & sleep 60\n'), 300);
    expect(inspection).toMatchObject({ state: 'broken' });
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe('what is installed', () => {
  const info = (name: string, metadata: string | null): string => {
    const path = join(folder, name);
    mkdirSync(path, { recursive: true });
    if (metadata !== null) writeFileSync(join(path, 'METADATA'), metadata);
    return path;
  };

  it('is read from the metadata, the first on the path first', async () => {
    info(
      'first/Foo_Bar-1.0.dist-info',
      'Metadata-Version: 2.1\nName: Foo.Bar\nVersion: 1.0\nRequires-Dist: a>=1\nRequires-Dist: b; extra == "x"\n\nVersion: 9\n',
    );
    info('second/foo_bar-2.0.dist-info', 'Name: foo-bar\nVersion: 2.0\n');
    const { distributions, unreadable } = await readInstalled([
      join(folder, 'first'),
      join(folder, 'second'),
      join(folder, 'none'),
    ]);
    expect([...distributions.values()]).toEqual([
      {
        name: 'Foo.Bar',
        key: 'foo-bar',
        version: '1.0',
        requires: ['a>=1', 'b; extra == "x"'],
        requiresPython: null,
        path: expect.any(String),
      },
    ]);
    expect(unreadable).toEqual([]);
  });

  it('does not count what an interrupted installation left', async () => {
    info('half-1.0.dist-info', null);
    info('nameless-1.0.dist-info', 'Version: 1.0\n');
    const { distributions, damaged } = await readInstalled([folder]);
    expect(distributions.size).toBe(0);
    expect(damaged.map(({ key }) => key)).toEqual(['half', 'nameless']);
  });

  it('tells where a package came from when that is recorded', async () => {
    const path = info('local-1.0.dist-info', 'Name: local\nVersion: 1.0\n');
    expect(await originOf({ path })).toBeNull();
    writeFileSync(join(path, 'direct_url.json'), '{"url": "file:///src", "dir_info": {"editable": true}}');
    expect(await originOf({ path })).toEqual({ url: 'file:///src', isEditable: true });
  });
});
