import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { ELECTRON, startElectron, testFlags } from './start-electron.ts';

const START_MS = 20_000;
const ROOT = resolve(import.meta.dirname, '..', '..');

export interface LaunchedApp {
  app: ElectronApplication;
  /** userData of this one start. */
  profile: string;
  /** Opens the panel by asking for a second start, as a person would, and gives its page. */
  panel(): Promise<Page>;
  close(): Promise<void>;
}

/** Starts the built application on a profile of its own. `main` is the folder or file that Electron shall run, or the `executable` is all of it. */
export async function launchApp(options: {
  main?: string;
  executable?: string;
  /** Left out: what the profile remembers, if anything. */
  workspace?: string;
  /** Of a start before; a fresh one otherwise. */
  profile?: string;
  environment?: Record<string, string>;
}): Promise<LaunchedApp> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'nightguard-profile-')));
  const app = await startElectron({
    profile,
    executable: options.executable,
    args: [
      ...(options.executable === undefined ? [options.main ?? ROOT] : []),
      ...(options.workspace === undefined ? [] : ['--workspace', options.workspace]),
    ],
    environment: { XDG_CONFIG_HOME: profile, LANG: 'en_US.UTF-8', LANGUAGE: 'en', ...options.environment },
  });
  await expect.poll(() => isStarted(app), { timeout: START_MS }).toBe(true);
  return {
    app,
    profile,
    async panel() {
      const known = app.windows()[0];
      const opened = known === undefined ? app.waitForEvent('window') : Promise.resolve(known);
      await activate(app);
      const page = await opened;
      await page.waitForLoadState();
      return page;
    },
    async close() {
      await app.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** The icon is there before the application is: it has started when it listens to the machine's waking up. */
const isStarted = (app: ElectronApplication): Promise<boolean> =>
  duringStart(() => app.evaluate(({ powerMonitor }) => powerMonitor.listenerCount('resume') > 0));

const activate = (app: ElectronApplication): Promise<void> =>
  duringStart(() => app.evaluate(({ app: electron }) => void electron.emit('activate')));

/** Asked while the application is still starting, V8 may collect the driver's promise before it settles: then it is asked again. */
async function duringStart<T>(ask: () => Promise<T>): Promise<T> {
  return ask().catch((error: unknown) => {
    if (!String(error).includes('garbage collected')) throw error;
    return duringStart(ask);
  });
}

/** Starts the application a second time on the same profile; resolves when that process has gone. */
export async function launchAgain(profile: string, main: string): Promise<number | null> {
  const { spawn } = await import('node:child_process');
  const child = spawn(ELECTRON, [...testFlags(profile), main], { stdio: 'ignore' });
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('exit', done);
  });
}
