import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseState, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { FUSES } from '../../../build/packaging/fuses.ts';
import { launchApp, type LaunchedApp } from '../../support/desktop-app.ts';
import { packApp, type PackedApp } from '../../support/packed-app.ts';
import { runProgram, type RanProgram } from '../../support/run-program.ts';
import { startTrayHost, type TrayHost } from '../../support/tray-host.ts';
import { makeWorkspace, type SampleWorkspace } from '../../support/workspace.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const SCRIPT = 'execution/run.py';
const OLD = 'def run():\n    return "old"\n';
const NEW = 'def run():\n    return "new"\n';
/** What a command finds where nobody is logged in: no display, no session bus, no Node. */
const BARE = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', LANGUAGE: 'en' };

/** The application as it is shipped, packed here and now. */
test.describe('the packed application', () => {
  let packed: PackedApp;
  let files: SampleWorkspace;

  test.beforeAll(async () => {
    packed = await packApp();
  });
  test.afterAll(() => packed.remove());
  test.beforeEach(async () => {
    files = await makeWorkspace({ [SCRIPT]: OLD });
  });
  test.afterEach(() => files.remove());

  const here = (): Promise<string> => readFile(join(files.workspace, SCRIPT), 'utf8');
  const archive = (): string[] => listPackage(join(packed.folder, 'resources/app.asar'), { isPack: false });

  test('19 of the security checklist: every fuse of the binary is as it was meant', async () => {
    const wire = Object.entries(await getCurrentFuseWire(join(packed.folder, 'nightguard')));
    expect(Object.fromEntries(wire.filter(([fuse]) => fuse in FUSES))).toEqual(
      Object.fromEntries(Object.entries(FUSES).map(([fuse, on]) => [fuse, on ? FuseState.ENABLE : FuseState.DISABLE])),
    );
    // The binary has no fuse of which nobody has decided.
    expect(wire.filter(([fuse]) => /^\d+$/.test(fuse))).toHaveLength(Object.keys(FUSES).length);
  });

  test('holds what runs, and nothing else', () => {
    const list = archive();
    const allowed =
      /^\/(package\.json|out|out\/manifest\.json|out\/(main|preload|renderer)(\/.*)?|build|build\/icons|build\/icons\/(icon\.png|tray(\/.*)?)|node_modules(\/.*)?)$/;
    expect(list.filter((path) => !allowed.test(path))).toEqual([]);
    expect(list.filter((path) => /\.(map|tsx?|mts|cts|node|exe|tsbuildinfo)$|\.(test|spec)\./.test(path))).toEqual([]);
    expect(list).toContain('/out/main/licenses.md');
    expect(readdirSync(join(packed.folder, 'resources')).toSorted()).toEqual(['app.asar', 'apparmor-profile']);
    expect(readdirSync(join(packed.folder, 'locales')).toSorted()).toEqual(['en-US.pak', 'ko.pak']);
  });

  test('holds only the packages that run, which are those of the programs that show notifications', async () => {
    const found = new Set(archive().flatMap((path) => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []));
    expect([...found].toSorted()).toEqual(await packagesOf('node-notifier'));
  });

  test('brings the terminal along, which needs no display, no session and no Node', async () => {
    const command = join(files.workspace, '..', 'nightguard');
    await symlink(join(packed.folder, 'bin/nightguard'), command);
    const run = (words: string[], options: { env?: NodeJS.ProcessEnv; input?: string } = {}): Promise<RanProgram> =>
      runProgram(command, words, {
        cwd: files.workspace,
        env: { ...BARE, HOME: join(files.workspace, '..'), ...options.env },
        ...(options.input === undefined ? {} : { input: options.input }),
      });
    const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };

    expect(await run(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
    expect(await run(['--inspect', 'status'])).toMatchObject({ code: 64, stdout: '' });

    // Nobody else writes into this Core: nothing needs to come to rest.
    await files.write('workspace', { 'nightguard.yaml': 'updates:\n  source: ../Core\n  quietSeconds: 0\n' });
    // Seen alike once: what Core changes from then on may come in.
    expect(await run(['update'])).toMatchObject({ code: 0 });
    await files.write('core', { [SCRIPT]: NEW });
    expect(await run(['update', '--yes'])).toMatchObject({ code: 0, stdout: expect.stringContaining('R-0001') });
    expect(await here()).toBe(NEW);
    const status = await run(['status', '--json'], { env: { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--title=x' } });
    expect(status).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(status.stdout)).toMatchObject({ lastCheck: { result: 'applied' }, trackedFiles: 1 });

    // Parsed in a thread, by WebAssembly, out of the archive.
    await files.write('core', { 'execution/broken.py': 'def run(:\n' });
    expect(await run(['update', '--yes', '--json'])).toMatchObject({ code: 2 });
    expect(await run(['rollback', 'R-0001'])).toMatchObject({ code: 0 });
    expect(await here()).toBe(OLD);
    expect(await run(['run', '--', 'sh', '-c', 'cat; exit 3'], { input: 'through' })).toMatchObject({
      code: 3,
      stdout: 'through',
    });
  });

  test('starts a guardian that crashed again through the same door', async () => {
    const child = spawn(join(packed.folder, 'bin/nightguard'), ['watch', '--supervised', '--json'], {
      cwd: files.workspace,
      env: { ...BARE, HOME: join(files.workspace, '..') },
      stdio: 'ignore',
    });
    const ended = new Promise((done) => void child.once('close', done));
    try {
      await expect.poll(() => guardianOf(files.workspace), { timeout: 15_000 }).toBeGreaterThan(0);
      const first = guardianOf(files.workspace);
      expect(first).not.toBe(child.pid);
      process.kill(first, 'SIGKILL');
      await expect.poll(() => [0, first].includes(guardianOf(files.workspace)), { timeout: 15_000 }).toBe(false);
      child.kill('SIGTERM');
      expect(await ended).toBe(143);
    } finally {
      child.kill('SIGKILL');
    }
  });

  test('shows tray and panel, applies an update and takes it back', async () => {
    const host: TrayHost = await startTrayHost();
    let launched: LaunchedApp | undefined;
    try {
      launched = await launchApp({ executable: join(packed.driven, 'nightguard'), workspace: files.workspace });
      const tray = await host.item();
      await expect.poll(() => host.tooltip(tray), { timeout: 30_000 }).toContain('Everything proven good');
      await files.write('core', { [SCRIPT]: NEW });
      await expect.poll(here, { timeout: 30_000 }).toBe(NEW);
      await expect.poll(() => host.labels(tray)).toContainEqual(expect.stringMatching(/^R-0001 .* 1 file updated$/));

      const panel = await launched.panel();
      const rollBack = panel.getByRole('button', { name: /roll back/i });
      await rollBack.first().click();
      await panel
        .getByRole('dialog')
        .getByRole('button', { name: /roll back/i })
        .click();
      await expect.poll(here, { timeout: 30_000 }).toBe(OLD);
      expect(await launched.app.evaluate(({ app }) => [app.isPackaged, app.getAppPath()])).toEqual([
        true,
        join(packed.driven, 'resources/app.asar'),
      ]);
    } finally {
      await launched?.close();
      host.close();
    }
  });
});

/** The process that gives a sign of life in a workspace; 0 while there is none. */
function guardianOf(workspace: string): number {
  const folder = join(workspace, '.nightguard/heartbeats');
  try {
    return Number(
      readdirSync(folder)
        .find((name) => name.endsWith('.json'))
        ?.replace(/\D/g, '') ?? 0,
    );
  } catch {
    // The folder comes with the first sign.
    return 0;
  }
}

/** A package and all that it needs at run time, by its own name for each; sorted. */
async function packagesOf(name: string, known = new Set<string>()): Promise<string[]> {
  if (!known.has(name)) {
    known.add(name);
    const { dependencies = {} } = JSON.parse(await readFile(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as {
      dependencies?: Record<string, string>;
    };
    for (const one of Object.keys(dependencies)) await packagesOf(one, known);
  }
  return [...known].toSorted();
}
