import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { toJson } from '../../../../electron/features/environment/index.ts';
import { systemClock } from '../../../../electron/kernel/clock.ts';
import { createWorkspaceLock } from '../../../../electron/kernel/workspace-lock.ts';
import type { EnvironmentReport } from '../../../../shared/model/environment.ts';
import { createEnvironmentRoom, type EnvironmentRoom, type RoomOptions } from '../../../support/environment-room.ts';

let room: EnvironmentRoom | undefined;
afterEach(async () => {
  await room?.dispose();
  room = undefined;
});

const check = async (options: RoomOptions, install = false): Promise<EnvironmentReport> => {
  room = createEnvironmentRoom(options);
  return room.duty.check({ install, actor: 'library' });
};
const of = (report: EnvironmentReport, id: string) => {
  const found = report.checks.find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} was not made`);
  return found;
};
const codes = (report: EnvironmentReport, id: string): string[] => of(report, id).findings.map(({ code }) => code);
/** A PATH on which `python3` is this script. */
const fakePython = (workspace: string, script: string): Record<string, string> => {
  const folder = join(workspace, '..', `${workspace.split('/').at(-1)}-bin`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'python3'), script);
  chmodSync(join(folder, 'python3'), 0o755);
  return { PATH: `${folder}:/usr/bin:/bin` };
};

describe('a workspace of no known kind', () => {
  it('does not fail for lacking what another kind has', async () => {
    const report = await check({ files: { 'notes.md': '' } });
    expect(report.state).toBe('passed');
    expect(report.checks.map(({ id }) => id)).toEqual(['system-resources', 'write-access', 'clock']);
  });

  it('is asked for what its settings list', async () => {
    const report = await check({
      files: { 'there.txt': 'x' },
      settings: {
        directories: ['data'],
        variables: { required: ['A_TOKEN'], optional: ['B_KEY'] },
        files: [{ path: 'there.txt' }, { path: 'gone.txt' }],
      },
    });
    expect(codes(report, 'required-directories')).toEqual(['directory-missing']);
    expect(codes(report, 'environment-variables')).toEqual(['variable-missing', 'variable-optional']);
    expect(codes(report, 'critical-files')).toEqual(['file-missing']);
    expect(report.state).toBe('failed');
  });
});

describe('a workspace of 97layerOS', () => {
  it('gets the checks, words and issue types of the original', async () => {
    const report = await check({
      kind: '97layerOS',
      files: { 'CLAUDE.md': '', '.env': 'TELEGRAM_BOT_TOKEN=abc\nGEMINI_API_KEY=\n' },
    });
    const json = toJson(report);
    expect(json.passed).toBe(false);
    expect(json.results).toMatchObject({
      'Python Version': 'PASS',
      'Required Packages': 'PASS',
      'Required Directories': 'FAIL',
      'Environment Variables': 'FAIL',
      'System Resources': 'PASS',
      'Critical Files': 'FAIL',
    });
    expect(json.issues.filter(({ severity }) => severity !== 'INFO').map(({ type, subject }) => [type, subject])).toEqual(
      expect.arrayContaining([
        ['MISSING_DIRECTORIES', 'knowledge/system'],
        ['MISSING_ENV_VARS', 'GEMINI_API_KEY'],
        ['MISSING_CRITICAL_FILES', 'libs/core_config.py'],
      ]),
    );
    expect(Object.keys(json)).toEqual(['passed', 'results', 'issues', 'fixes_applied']);
  });

  it('gets its folders made, each by leave and on record', async () => {
    const report = await check({ kind: '97layerOS' }, true);
    expect(of(report, 'required-directories').state).toBe('passed');
    expect(toJson(report).fixes_applied).toContain('Created the folder .tmp/nightguard');
    expect(room?.acts()).toContainEqual({ type: 'environment.create-folder', target: 'directives/agents', result: 'done' });
  });
});

describe('folders', () => {
  it('are not made when nothing may be put right, nor where leave is denied', async () => {
    await check({ settings: { directories: ['data'] } });
    expect(readdirSync(room?.workspace ?? '')).not.toContain('data');
    await room?.dispose();
    const denied = await check(
      { settings: { directories: ['data'] }, gate: { judge: () => ({ verdict: 'deny', reason: 'not today' }) } },
      true,
    );
    expect(codes(denied, 'required-directories')).toEqual(['directory-missing', 'directory-not-created']);
    expect(readdirSync(room?.workspace ?? '')).not.toContain('data');
  });

  it('are never made through a link, nor in the place of a file', async () => {
    room = createEnvironmentRoom({ files: { taken: 'x' }, settings: { directories: ['link/data', 'taken'] } });
    symlinkSync('/tmp', join(room.workspace, 'link'));
    const report = await room.duty.check({ install: true, actor: 'library' });
    expect(codes(report, 'required-directories').toSorted()).toEqual([
      'directory-is-file',
      'directory-missing',
      'directory-not-created',
    ]);
    expect(readFileSync(join(room.workspace, 'taken'), 'utf8')).toBe('x');
  });
});

describe('environment variables', () => {
  it('count from the process and from the file, and no value is ever told', async () => {
    const secret = 'xoxb-very-secret-value-42';
    room = createEnvironmentRoom({
      files: {
        '.env': `FROM_FILE="${secret}"\nEMPTY=\n`,
        'requirements.txt': `nothing @ https://user:${secret}@example.invalid/x.whl\n`,
      },
      settings: { variables: { required: ['FROM_FILE', 'FROM_PROCESS', 'EMPTY'] } },
      environment: { FROM_PROCESS: 'also-a-secret-value' },
    });
    const report = await room.duty.check({ install: true, actor: 'library' });
    expect(of(report, 'environment-variables').findings.map(({ subject }) => subject)).toEqual(['EMPTY']);
    expect(JSON.stringify([report, toJson(report), room.acts(), room.duty.problems()])).not.toContain(secret);
    const written = readdirSync(join(room.workspace, '.nightguard'), { recursive: true, withFileTypes: true });
    for (const entry of written.filter((one) => one.isFile())) {
      expect(readFileSync(join(entry.parentPath, entry.name)).includes(secret), entry.name).toBe(false);
    }
  });

  it('that may be in a file which cannot be read could not be checked', async () => {
    room = createEnvironmentRoom({ settings: { variables: { required: ['A_TOKEN'] } } });
    mkdirSync(join(room.workspace, '.env'));
    const report = await room.duty.check({ install: false, actor: 'library' });
    expect(of(report, 'environment-variables').state).toBe('could-not-check');
    expect(toJson(report).results['Environment Variables']).toBe('ERROR');
  });
});

describe('critical files', () => {
  it('that differ from their recorded hash are told', async () => {
    const report = await check({ files: { law: 'changed' }, settings: { files: [{ path: 'law', sha256: 'a'.repeat(64) }] } });
    expect(codes(report, 'critical-files')).toEqual(['file-changed']);
  });
});

describe('a Python that does not work', () => {
  it.each([
    ['exits with 1', '#!/bin/sh\necho boom >&2; exit 1\n', 'python-broken'],
    ['hangs', '#!/bin/sh\nsleep 60\n', 'python-broken'],
    ['prints garbage', '#!/bin/sh\nhead -c 4000 /dev/urandom\n', 'python-broken'],
  ])('and %s is a finding, and packages are not called fine', async (_, script, code) => {
    room = createEnvironmentRoom({
      files: { 'requirements.txt': 'requests\n' },
      settings: { checkSeconds: 1 },
      environment: fakePython(join('/tmp', `nightguard-fake-${process.pid}`), script),
    });
    const report = await room.duty.check({ install: true, actor: 'library' });
    expect(codes(report, 'python-version')).toEqual([code]);
    expect(of(report, 'required-packages').state).toBe('could-not-check');
    expect(report.state).toBe('failed');
    rmSync(join('/tmp', `nightguard-fake-${process.pid}-bin`), { recursive: true, force: true });
  });

  it('is told when there is none at all, and when the virtual environment lost its own', async () => {
    const none = await check({ files: { 'requirements.txt': 'x\n' }, environment: { PATH: '/nowhere' } });
    expect(codes(none, 'python-version')).toEqual(['python-none']);
    await room?.dispose();
    room = createEnvironmentRoom({ files: { '.venv/pyvenv.cfg': '', 'requirements.txt': 'x\n' } });
    const broken = await room.duty.check({ install: true, actor: 'library' });
    expect(codes(broken, 'python-version')).toEqual(['venv-broken']);
    expect(of(broken, 'python-version').findings[0]?.command).toContain('-m venv --clear');
  });

  it('of the wrong version is told with the range that asks for another', async () => {
    const report = await check({
      files: { 'pyproject.toml': '[project]\nrequires-python = ">=99"\n' },
      settings: { python: '>=3.9,<98' },
    });
    expect(of(report, 'python-version').findings).toMatchObject([
      { code: 'python-version', type: 'PYTHON_VERSION', values: { range: '>=99', file: 'pyproject.toml' } },
    ]);
  });
});

describe('requirements that cannot be read', () => {
  it('are findings with file and line', async () => {
    const report = await check({
      files: {
        'requirements.txt': '-r sub/more.txt\n-r missing.txt\n-r ../../outside.txt\n\n%%%\n-r https://example.invalid/r.txt\n',
        'sub/more.txt': '-r ../requirements.txt\n',
      },
    });
    const found = of(report, 'required-packages').findings;
    expect(found.map(({ code, values }) => [code, values['where']])).toEqual([
      ['include-cycle', 'sub/more.txt:1'],
      ['requirements-missing', 'requirements.txt:2'],
      [expect.stringMatching(/^(?:requirements-missing|include-outside)$/), 'requirements.txt:3'],
      ['requirement-invalid', 'requirements.txt:5'],
      ['include-is-address', 'requirements.txt:6'],
    ]);
  });

  it('in pyproject.toml are told too', async () => {
    const report = await check({ files: { 'pyproject.toml': '[project]\ndependencies = ["ok>=1", "not ok"]\n' } });
    expect(codes(report, 'required-packages')).toEqual(['requirement-invalid', 'package-missing']);
    await room?.dispose();
    const torn = await check({ files: { 'pyproject.toml': '[project\n' } });
    expect(codes(torn, 'required-packages')).toEqual(['requirements-unreadable']);
  });
});

describe('a workspace with package.json', () => {
  it('is compared with what is in node_modules and with the Node of the terminal', async () => {
    const report = await check({
      files: {
        'package.json': JSON.stringify({ engines: { node: '>=99' }, dependencies: { one: '^1.0.0', two: '^2.0.0', gone: '*' } }),
        'node_modules/one/package.json': '{"version":"1.2.3"}',
        'node_modules/two/package.json': '{"version":"1.9.0"}',
      },
    });
    expect(codes(report, 'node-version')).toEqual(['node-version']);
    expect(of(report, 'node-packages').findings.map(({ code, subject }) => [code, subject])).toEqual([
      ['package-version', 'two'],
      ['package-missing', 'gone'],
    ]);
  });
});

describe('the clock', () => {
  it('that went back since the last check is told', async () => {
    let now = Date.UTC(2026, 10, 22);
    const clock = { now: () => now, after: () => () => undefined, sleep: () => Promise.resolve() };
    room = createEnvironmentRoom({ clock });
    expect(of(await room.duty.check({ install: false, actor: 'library' }), 'clock').state).toBe('passed');
    now -= 3_600_000;
    expect(codes(await room.duty.check({ install: false, actor: 'library' }), 'clock')).toEqual(['clock-back']);
  });
});

describe('a check while an update holds the workspace', () => {
  it('waits for it, and does not stand in the way of the update’s own proof', async () => {
    room = createEnvironmentRoom({ settings: { directories: ['data'] } });
    const { workspace, duty } = room;
    const release = await createWorkspaceLock(join(workspace, '.nightguard'), 'library', systemClock).acquire('update', {
      waitMs: 0,
    });
    const asked = duty.check({ install: true, actor: 'panel' });
    expect(await duty.proof.after(new AbortController().signal)).toMatchObject({ ok: true });
    release();
    expect((await asked).state).toBe('passed');
  });
});
