import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { ELECTRON, startElectron, testFlags } from './start-electron.ts';

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
  workspace: string;
  environment?: Record<string, string>;
}): Promise<LaunchedApp> {
  const profile = await mkdtemp(join(tmpdir(), 'nightguard-profile-'));
  const app = await startElectron({
    profile,
    executable: options.executable,
    args: [...(options.executable === undefined ? [options.main ?? ROOT] : []), '--workspace', options.workspace],
    environment: { XDG_CONFIG_HOME: profile, LANG: 'en_US.UTF-8', LANGUAGE: 'en', ...options.environment },
  });
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

/** Asked while the application is still starting, V8 may collect the driver's promise before it settles: then it is asked again. */
async function activate(app: ElectronApplication): Promise<void> {
  const ask = (): Promise<void> => app.evaluate(({ app: electron }) => void electron.emit('activate'));
  await ask().catch((error: unknown) => {
    if (!String(error).includes('garbage collected')) throw error;
    return ask();
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
