import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { startElectron } from '../start-electron.ts';
import type { Asked } from './fake-guardian.ts';
import type { PanelOptions as AllOptions } from './open-panel.ts';

export interface PanelOptions extends Partial<Omit<AllOptions, 'width' | 'height'>> {
  size?: `${number}x${number}`;
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
}

/** One Electron for many panels, one after the other: a process takes a second to start, a window a tenth. */
export interface PanelHost {
  app: ElectronApplication;
  /** Opens a panel; the one before it goes. */
  open: (options?: PanelOptions) => Promise<Panel>;
  closePanel: () => Promise<void>;
  close: () => Promise<void>;
}

interface FakeGlobal {
  fake: {
    open: (options: AllOptions) => Promise<void>;
    close: () => void;
    asked: () => Asked[];
    push: (name: string, value: unknown) => void;
    comeBack: () => void;
  };
}

/** Starts Electron on a fresh profile, without a window. */
export async function startPanelHost(environment: Record<string, string> = {}): Promise<PanelHost> {
  const profile = await mkdtemp(join(tmpdir(), 'nightguard-panel-'));
  const app = await startElectron({
    profile,
    args: [resolve(import.meta.dirname, 'main.ts')],
    environment: { TZ: 'UTC', ...environment },
  });
  return {
    app,
    open: (options) => openPanel(app, options),
    closePanel: () => app.evaluate(() => (globalThis as unknown as FakeGlobal).fake.close()),
    close: async () => {
      await app.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

async function openPanel(app: ElectronApplication, options: PanelOptions = {}): Promise<Panel> {
  const { scenario = 'good', language = 'en', theme = 'light', size = '400x640', logLines = 2000, now = null } = options;
  const [width = 400, height = 640] = size.split('x').map(Number);
  const complaints: string[] = [];
  const window = app.waitForEvent('window');
  const opened = app.evaluate((_electron, all) => (globalThis as unknown as FakeGlobal).fake.open(all), {
    scenario,
    language,
    theme,
    width,
    height,
    logLines,
    now,
  });
  const page = await window;
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await opened;
  if (now !== null) {
    await page.clock.setFixedTime(now);
    await page.reload();
  }
  await page.waitForSelector('main');
  return {
    page,
    app,
    complaints,
    asked: () => app.evaluate(() => (globalThis as unknown as FakeGlobal).fake.asked()),
    push: (name, value) =>
      app.evaluate((_electron, [n, v]) => (globalThis as unknown as FakeGlobal).fake.push(n, v), [name, value] as const),
  };
}

/** Lets a guardian that could not be reached answer again. */
export const comeBack = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => (globalThis as unknown as FakeGlobal).fake.comeBack());
