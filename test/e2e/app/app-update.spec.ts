import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, readlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackage, extractAll } from '@electron/asar';
import { expect, test } from '@playwright/test';
import { readJournal } from '../../../electron/app-update/update-journal.ts';
import { launchApp, type LaunchedApp } from '../../support/desktop-app.ts';
import { packApp, type PackedApp } from '../../support/packed-app.ts';
import { makePublisher } from '../../support/update-feed.ts';
import { startUpdateServer } from '../../support/update-server.ts';

const NAME = 'Nightguard.AppImage';

/**
 * The packed application updates itself for real: signed descriptions from a server, electron-updater's download, the swap, the former version's
 * watch. Only the container is a stand-in: AppImages cannot be built here, so each is a program that starts an unpacked version as one would.
 */
test('a signed update comes in and stays; one that crashes at its start is taken back, and the former version tells so', async () => {
  test.setTimeout(240_000);
  const folder = await mkdtemp(join(tmpdir(), 'nightguard-update-'));
  const profile = join(folder, 'profile');
  const workspace = join(folder, 'workspace');
  await mkdir(workspace);
  await mkdir(profile);
  const publisher = makePublisher();
  const server = await startUpdateServer();
  const target = join(folder, NAME);
  const journal = join(profile, 'app-update', 'journal.json');
  let packed: PackedApp | undefined;
  let launched: LaunchedApp | undefined;

  /** What an AppImage does: says where it is, and starts what it holds. The flags are those of the test. */
  const program = (unpacked: string): string =>
    `#!/bin/sh\nexport APPIMAGE="${target}" APPDIR="${unpacked}"\nexec "${join(unpacked, 'nightguard')}" --no-sandbox --disable-gpu "--user-data-dir=${profile}" "$@"\n`;
  const makeVersion = async (version: string, change: (main: string) => string): Promise<string> => {
    const unpacked = join(folder, version);
    // All but the archive are the same files.
    execFileSync('cp', ['-al', (packed as PackedApp).folder, unpacked]);
    const archive = join(unpacked, 'resources/app.asar');
    const sources = join(folder, `sources-${version}`);
    extractAll(archive, sources);
    const manifest = join(sources, 'package.json');
    await writeFile(manifest, (await readFile(manifest, 'utf8')).replace('"version": "0.1.0"', `"version": "${version}"`));
    const start = join(sources, 'out/main/start.js');
    await writeFile(start, change(await readFile(start, 'utf8')));
    await rm(archive);
    await createPackage(sources, archive);
    return program(unpacked);
  };
  const offer = async (version: string, text: string): Promise<void> =>
    server.serve(publisher.publish(version, `Nightguard-${version}.AppImage`, Buffer.from(text)));
  /** The person at the panel of the running version, which a driver cannot reach once it has restarted. */
  const update = async (version: string): Promise<void> => {
    launched = await launchApp({
      executable: join((packed as PackedApp).driven, 'nightguard'),
      profile,
      workspace,
      environment: { APPIMAGE: target, APPDIR: (packed as PackedApp).driven },
    });
    const page = await launched.panel();
    await page.locator('.nav-bar button').last().click();
    await page.getByRole('button', { name: 'Look for an update' }).click();
    await page.getByRole('button', { name: `Download ${version}` }).click();
    await page.getByRole('button', { name: `Restart to update to ${version}` }).click();
    // The driver does not hear of the end: the versions that come after inherit what it listens to.
  };
  const install = () => readJournal(journal).install;

  try {
    process.env['NIGHTGUARD_UPDATE_URL'] = server.url;
    process.env['NIGHTGUARD_UPDATE_PUBLIC_KEY'] = publisher.pem;
    packed = await packApp();
    const first = program(packed.folder);
    await writeFile(target, first);
    chmodSync(target, 0o755);

    const crash = await makeVersion('0.3.0', () => 'process.exit(process.argv.includes("--cli") ? 0 : 7);\n');
    await offer('0.3.0', crash);
    await update('0.3.0');
    await expect.poll(() => install()?.phase, { timeout: 60_000 }).toBe('taken-back');
    expect(readFileSync(target, 'utf8')).toBe(first);
    expect(readJournal(journal).refused).toEqual(['0.3.0']);
    expect(install()?.reason).toBe('It ended with code 7.');
    // The former version was started again, and has told of it.
    await expect.poll(() => install()?.told, { timeout: 30_000 }).toBe(true);
    await endRunningOn(profile);

    const good = await makeVersion('0.4.0', (main) => main);
    await offer('0.4.0', good);
    await update('0.4.0');
    await expect.poll(() => install()?.phase, { timeout: 60_000 }).toBe('healthy');
    expect(readFileSync(target, 'utf8')).toBe(good);
    expect(readFileSync(install()?.former ?? '', 'utf8')).toBe(first);
  } finally {
    delete process.env['NIGHTGUARD_UPDATE_URL'];
    delete process.env['NIGHTGUARD_UPDATE_PUBLIC_KEY'];
    await endRunningOn(profile);
    await packed?.remove();
    await server.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
});

/** Chromium's lock names the process that has a profile. */
async function endRunningOn(profile: string): Promise<void> {
  const owner = (): number => {
    try {
      return Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1));
    } catch {
      return 0;
    }
  };
  const pid = owner();
  if (pid === 0) return;
  process.kill(pid, 'SIGTERM');
  await expect.poll(owner, { timeout: 20_000 }).toBe(0);
}
