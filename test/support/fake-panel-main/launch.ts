import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Asked } from './fake-guardian.ts';
import type { ScenarioName } from './scenarios.ts';

export interface PanelOptions {
  scenario?: ScenarioName;
  language?: 'en' | 'ko';
  theme?: 'light' | 'dark';
  size?: `${number}x${number}`;
  /** How long the application's log is. */
  logLines?: number;
}

/** The panel in a real Electron on a fake guardian. */
export interface Panel {
  page: Page;
  app: ElectronApplication;
  /** What the panel asked of the guardian, reads excepted. */
  asked: () => Promise<Asked[]>;
  push: (name: string, value: unknown) => Promise<void>;
  /** Errors and warnings of the page's console: a policy violation or a React warning shows here. */
  complaints: string[];
  close: () => Promise<void>;
}

interface FakeGlobal {
  fake: { asked: Asked[]; push: (name: string, value: unknown) => void; comeBack: () => void };
}

const LAUNCH_MS = 15_000;

/** Once in about forty launches on a loaded machine the driver attaches and is never told that the application runs: two more tries. */
async function startElectron(profile: string, environment: Record<string, string>, tries = 3): Promise<ElectronApplication> {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const inherited = Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  try {
    return await _electron.launch({
      ...(folder === undefined ? {} : { executablePath: join(folder, 'electron') }),
      timeout: LAUNCH_MS,
      args: ['--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`, resolve(import.meta.dirname, 'main.ts')],
      env: { ...Object.fromEntries(inherited), ...environment },
    });
  } catch (error) {
    if (tries <= 1 || !(error instanceof Error && error.name === 'TimeoutError')) throw error;
    console.warn('Electron did not answer the driver; starting it once more.');
    return startElectron(profile, environment, tries - 1);
  }
}

/** Starts the panel with a fresh profile. */
export async function launchPanel({
  scenario = 'good',
  language = 'en',
  theme = 'light',
  size = '400x640',
  logLines = 2000,
}: PanelOptions = {}): Promise<Panel> {
  const profile = await mkdtemp(join(tmpdir(), 'nightguard-panel-'));
  const environment = {
    PANEL_SCENARIO: scenario,
    PANEL_LANGUAGE: language,
    PANEL_THEME: theme,
    PANEL_SIZE: size,
    PANEL_LOG_LINES: String(logLines),
  };
  const app = await startElectron(profile, environment);
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.waitForSelector('main');
  return {
    page,
    app,
    complaints,
    asked: () => app.evaluate(() => (globalThis as unknown as FakeGlobal).fake.asked),
    push: (name, value) =>
      app.evaluate((_electron, [n, v]) => (globalThis as unknown as FakeGlobal).fake.push(n, v), [name, value] as const),
    close: async () => {
      await app.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** Lets a guardian that could not be reached answer again. */
export const comeBack = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => (globalThis as unknown as FakeGlobal).fake.comeBack());
