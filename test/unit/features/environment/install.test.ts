import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toJson } from '../../../../electron/features/environment/index.ts';
import type { EnvironmentReport, Finding } from '../../../../shared/model/environment.ts';
import { createEnvironmentRoom, type EnvironmentRoom, type RoomOptions } from '../../../support/environment-room.ts';
import {
  createVenvTemplate,
  pythonOf,
  startPackageIndex,
  type PackageIndex,
  type VenvTemplate,
} from '../../../support/package-index/index.ts';

let template: VenvTemplate;
let index: PackageIndex;
let room: EnvironmentRoom;

beforeAll(() => {
  template = createVenvTemplate();
});
afterAll(() => template.dispose());
beforeEach(async () => {
  index = await startPackageIndex();
  index.add({ name: 'Some.Thing', version: '1.0', requires: ['helper>=1', 'colour; extra == "nice"'] });
  index.add({ name: 'Some.Thing', version: '2.0', requires: ['helper>=1', 'colour; extra == "nice"'] });
  index.add({ name: 'helper', version: '1.0' });
  index.add({ name: 'helper', version: '1.5' });
  index.add({ name: 'colour', version: '3.0' });
});
afterEach(async () => {
  await room.dispose();
  await index.dispose();
});

function open(requirements: string, options: RoomOptions = {}): EnvironmentRoom {
  room = createEnvironmentRoom({
    files: { 'requirements.txt': requirements, ...options.files },
    programs: index.environment,
    ...options,
  });
  template.copyTo(join(room.workspace, '.venv'));
  return room;
}
const check = (install = true): Promise<EnvironmentReport> => room.duty.check({ install, actor: 'library' });
const site = (): string => {
  const lib = join(room.workspace, '.venv', 'lib');
  return join(lib, readdirSync(lib)[0] ?? '', 'site-packages');
};
const installed = (): string[] =>
  readdirSync(site())
    .filter((name) => name.endsWith('.dist-info') && !/^(?:pip|setuptools)-/.test(name))
    .toSorted();
const packages = (report: EnvironmentReport): { state: string; findings: Finding[] } => {
  const found = report.checks.find(({ id }) => id === 'required-packages');
  if (found === undefined) throw new Error('not checked');
  return found;
};
const brief = (report: EnvironmentReport): unknown[] =>
  packages(report).findings.map(({ code, subject, values }) => [code, subject, values['why'] ?? values['installed']]);

describe('a missing package', () => {
  it('is only told when nothing may be put right', async () => {
    open('some_thing[nice]==1.0\n');
    const report = await check(false);
    expect(brief(report)).toEqual([['package-missing', 'some_thing', '']]);
    expect(installed()).toEqual([]);
    expect(index.requests).toEqual([]);
  });

  it('is installed with what it needs and its extras, by leave and on record', async () => {
    open('some_thing[nice]==1.0 # pinned\nnever; python_version < "3"\n');
    const report = await check();
    expect(packages(report)).toMatchObject({ state: 'passed', findings: [] });
    expect(installed()).toEqual(['colour-3.0.dist-info', 'helper-1.5.dist-info', 'some_thing-1.0.dist-info']);
    expect(toJson(report)).toMatchObject({ passed: true, fixes_applied: ['Installed Some.Thing 1.0'] });
    expect(room.acts()).toEqual([{ type: 'environment.install-package', target: 'some_thing', result: 'done' }]);
  });

  it('of one line is installed although another line cannot be', async () => {
    open('no-such-package\nhelper\n');
    const report = await check();
    expect(brief(report)).toEqual([['install-failed', 'no-such-package', 'not-found']]);
    expect(installed()).toEqual(['helper-1.5.dist-info']);
    expect(toJson(report)).toMatchObject({
      passed: false,
      fixes_applied: ['Installed helper 1.5'],
      issues: [{ type: 'PACKAGE_INSTALL_FAILED' }],
    });
  });

  it('that an installed package needs is seen and installed', async () => {
    open('some-thing==1.0\n');
    await check();
    for (const name of ['helper', 'helper-1.5.dist-info']) rmSync(join(site(), name), { recursive: true });
    expect(brief(await check(false))).toEqual([['dependency-missing', 'helper', '']]);
    expect((await check()).state).toBe('passed');
  });

  it('that an interrupted installation left half is installed again', async () => {
    open('helper==1.0\n');
    await check();
    rmSync(join(site(), 'helper-1.0.dist-info', 'METADATA'));
    expect(brief(await check(false))).toEqual([['package-damaged', 'helper', '']]);
    expect((await check()).state).toBe('passed');
  });

  it('is not installed without leave', async () => {
    open('helper\n', { gate: { judge: () => ({ verdict: 'ask', reason: 'a person decides' }) } });
    expect(brief(await check())).toEqual([['install-failed', 'helper', 'denied']]);
    expect(index.requests).toEqual([]);
    expect(room.acts()).toMatchObject([{ result: 'refused' }]);
  });
});

describe('what is installed', () => {
  it('is never moved: neither by a line that asks for another version nor for the sake of a missing package', async () => {
    open('helper==1.0\n');
    await check();
    index.add({ name: 'demanding', version: '1.0', requires: ['helper>=1.5'] });
    writeFileSync(join(room.workspace, 'requirements.txt'), 'helper>=1.5\ndemanding\n');
    const report = await check();
    expect(brief(report)).toEqual([
      ['package-version', 'helper', '1.0'],
      ['install-failed', 'demanding', 'conflict'],
    ]);
    expect(installed()).toEqual(['helper-1.0.dist-info']);
    expect(packages(report).findings[0]?.command).toContain('-m pip install "helper>=1.5"');
  });

  it('must keep to the constraints', async () => {
    open('-c limits.txt\nsome-thing\n', {
      files: { 'requirements.txt': '-c limits.txt\nsome-thing\n', 'limits.txt': 'some.thing<2\nhelper==1.0\nunused==9\n' },
    });
    expect((await check()).state).toBe('passed');
    expect(installed()).toEqual(['helper-1.0.dist-info', 'some_thing-1.0.dist-info']);
    writeFileSync(join(room.workspace, 'limits.txt'), 'some.thing<1\n');
    expect(brief(await check(false))).toEqual([['package-constraint', 'some.thing', '1.0']]);
  });
});

describe('an index that fails', () => {
  it.each([
    ['down', 'network'],
    ['lying', 'hash'],
    ['too-many-requests', 'busy-index'],
    ['server-error', 'busy-index'],
  ] as const)('because it is %s makes "could not install", with what to do', async (fault, why) => {
    open('helper\n');
    index.fault = fault;
    const report = await check();
    expect(brief(report)).toEqual([['install-failed', 'helper', why]]);
    const [finding] = packages(report).findings;
    expect(finding).toMatchObject({ type: 'PACKAGE_INSTALL_FAILED', severity: 'ERROR' });
    expect(finding?.advice).not.toBeNull();
    expect(finding?.command).toContain('-m pip install');
    expect(installed()).toEqual([]);
    expect(room.acts()).toMatchObject([{ type: 'environment.install-package', result: 'failed' }]);
  });

  it('because it breaks off is never taken for an installation', async () => {
    open('helper\n');
    index.fault = 'cut';
    // Older pips do not compare lengths: for them the bytes that came are the wrong ones.
    expect(['network', 'hash']).toContain(packages(await check()).findings[0]?.values['why']);
    expect(installed()).toEqual([]);
  });

  it('because a hash of the file is not met is told as that', async () => {
    open(`helper==1.5 --hash=sha256:${'0'.repeat(64)}\n`);
    expect(brief(await check())).toEqual([['install-failed', 'helper', 'hash']]);
    expect(installed()).toEqual([]);
  });

  it('and hashes that are met are honoured', async () => {
    const wheel = index.add({ name: 'sealed', version: '1.0' });
    open(`sealed==1.0 \\\n    --hash=sha256:${wheel.sha256}\n`);
    expect((await check()).state).toBe('passed');
  });
});

describe('an installation that is stopped half-way', () => {
  it('leaves the environment as it was, and the next one succeeds', async () => {
    open('helper\n');
    index.fault = 'slow';
    const stop = new AbortController();
    const sending = index.sending();
    const running = room.duty.check({ install: true, actor: 'library', signal: stop.signal });
    await sending;
    stop.abort();
    const report = await running.catch((error: unknown) => error);
    expect(report).toBeDefined();
    expect(installed()).toEqual([]);
    expect(room.acts()).toMatchObject([{ result: 'failed' }]);
    index.fault = null;
    expect((await check()).state).toBe('passed');
  });

  it('because it takes too long is told as that', async () => {
    open('helper\n', { settings: { installSeconds: 2 } });
    index.fault = 'slow';
    expect(brief(await check())).toEqual([['install-failed', 'helper', 'time-out']]);
  });
});

describe('a Python that is not the workspace’s own', () => {
  it('is not installed into, and a virtual environment is advised', async () => {
    room = createEnvironmentRoom({ files: { 'requirements.txt': 'helper-of-nobody\n' }, programs: index.environment });
    const report = await check();
    expect(brief(report)).toEqual([['install-failed', 'helper-of-nobody', 'system-python']]);
    expect(packages(report).findings[0]).toMatchObject({ advice: 'make-venv', command: 'python3 -m venv .venv' });
    expect(index.requests).toEqual([]);
  });

  it('and that its system keeps for itself (PEP 668) is left alone even when the settings allow it', async () => {
    open('helper\n', { settings: { useSystemPython: true } });
    // An interpreter on PATH that is no virtual environment to itself, and that carries the mark.
    const elsewhere = join(room.workspace, 'python');
    renameSync(join(room.workspace, '.venv'), elsewhere);
    const script = `#!/bin/sh\n${pythonOf(elsewhere)} "$@" | sed -e 's/"isVenv": true/"isVenv": false/' -e 's#"externallyManaged": null#"externallyManaged": "/usr/lib/python3/EXTERNALLY-MANAGED"#'\n`;
    await room.dispose();
    room = createEnvironmentRoom({
      files: { 'requirements.txt': 'helper\n', 'bin/python3': script },
      settings: { useSystemPython: true },
      programs: index.environment,
    });
    template.copyTo(elsewhere);
    const bin = join(room.workspace, 'bin');
    const { chmodSync } = await import('node:fs');
    chmodSync(join(bin, 'python3'), 0o755);
    const managed = room;
    room = createEnvironmentRoom({
      files: { 'requirements.txt': 'helper\n' },
      settings: { useSystemPython: true },
      programs: index.environment,
      environment: { PATH: `${bin}:/usr/bin:/bin` },
    });
    const report = await check();
    expect(brief(report)).toEqual([['install-failed', 'helper', 'externally-managed']]);
    expect(index.requests).toEqual([]);
    await managed.dispose();
    rmSync(join(elsewhere, '..'), { recursive: true, force: true });
  });
});

describe('what an installation says', () => {
  it('is kept in a log without any secret', async () => {
    const secret = 'kept-in-dot-env-4711';
    open('', {
      files: {
        'requirements.txt': `--extra-index-url http://user:${secret}@127.0.0.1:9/simple\nhelper\nbroken @ http://127.0.0.1:9/\${MY_TOKEN}/broken-1.0-py3-none-any.whl\n`,
        '.env': `INDEX_PASSWORD=${secret}\n`,
      },
      environment: { MY_TOKEN: 'token-of-the-process-99' },
      programs: { ...index.environment, MY_TOKEN: 'token-of-the-process-99' },
    });
    const report = await check();
    const folder = join(room.workspace, '.nightguard', 'environment');
    const log = readdirSync(folder).find((name) => name.endsWith('.log')) ?? '';
    expect(readFileSync(join(folder, log), 'utf8')).toContain('pip install');
    const everything = readdirSync(join(room.workspace, '.nightguard'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
    for (const text of [
      ...everything,
      JSON.stringify([report, toJson(report), room.acts(), room.duty.status(), room.duty.problems()]),
    ]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain('token-of-the-process-99');
    }
    expect(readdirSync(folder)).toEqual([log]);
  });
});

describe('a result', () => {
  it('is used again while it is fresh and nothing has changed', async () => {
    open('helper==1.0\n');
    await check();
    const look = () => room.duty.check({ install: false, actor: 'library', reuse: true });
    await look();
    room.ran.length = 0;
    const first = await look();
    expect(room.ran).toEqual([]);
    writeFileSync(join(room.workspace, 'requirements.txt'), 'helper==1.5\n');
    const second = await look();
    expect(second.at).toBeGreaterThan(first.at);
    expect(brief(second)).toEqual([['package-version', 'helper', '1.0']]);
    for (const name of ['helper', 'helper-1.0.dist-info']) rmSync(join(site(), name), { recursive: true });
    expect(brief(await look())).toEqual([['package-missing', 'helper', '']]);
  });
});

describe('the proof around an act', () => {
  const { signal } = new AbortController();

  it('speaks against what the act made worse and only that', async () => {
    open('gone-before\n', { settings: { fix: false } });
    const { proof } = room.duty;
    await proof.before(signal);
    expect(await proof.after(signal)).toMatchObject({ ok: true, detail: expect.stringContaining('gone-before') });
    writeFileSync(join(room.workspace, 'requirements.txt'), 'gone-before\ngone-since\n');
    const verdict = await proof.after(signal);
    expect(verdict).toMatchObject({ ok: false, detail: expect.stringContaining('gone-since') });
    expect(verdict?.detail).not.toContain('gone-before');
  });

  it('installs what the act brought a need for', async () => {
    open('');
    await room.duty.proof.before(signal);
    writeFileSync(join(room.workspace, 'requirements.txt'), 'helper\n');
    expect(await room.duty.proof.after(signal)).toMatchObject({ ok: true });
    expect(installed()).toEqual(['helper-1.5.dist-info']);
  });

  it('is not made when the settings do without it', async () => {
    open('gone\n', { settings: { beforeActs: false } });
    await room.duty.proof.before(signal);
    expect(await room.duty.proof.after(signal)).toBeNull();
    expect(room.ran).toEqual([]);
  });
});
