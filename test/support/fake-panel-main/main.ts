import { resolve } from 'node:path';
import { app, BrowserWindow, ipcMain, session } from 'electron';
import { registerScheme, servePage } from '../../../electron/guards/app-protocol.ts';
import { addressOf } from '../../../electron/guards/own-pages.ts';
import { bindIpc } from '../../../electron/ipc/bind.ts';
import { silentLog } from '../../../electron/kernel/ports/log.ts';
import { contract, pushes, type AppInfo, type Push } from '../../../shared/ipc/contract.ts';
import { createFakeGuardian } from './fake-guardian.ts';
import { SCENARIOS, type ScenarioName } from './scenarios.ts';

/**
 * A main process of fixtures, for the panel's tests: the real window security, protocol, preload, binding and contract,
 * and behind them no guardian.
 */
const environment = process.env;
const root = resolve(import.meta.dirname, '../../..');
const scenario = Object.keys(SCENARIOS).find((name): name is ScenarioName => name === environment['PANEL_SCENARIO']) ?? 'good';
const language = environment['PANEL_LANGUAGE'] === 'ko' ? 'ko' : 'en';
const theme = environment['PANEL_THEME'] === 'dark' ? 'dark' : 'light';
const [width, height] = (environment['PANEL_SIZE'] ?? '400x640').split('x').map(Number);

const info: AppInfo = { version: '0.1.0', language, platform: 'linux', settings: { language, theme, openAtLogin: false } };

const trusting = { isTrusted: () => true, receiver: ipcMain, log: silentLog };

async function start(): Promise<void> {
  servePage(session.defaultSession, 'panel', resolve(root, 'out/renderer'));
  const window = new BrowserWindow({
    width: width ?? 400,
    height: height ?? 640,
    useContentSize: true,
    webPreferences: {
      preload: resolve(root, 'out/preload/panel.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    },
  });
  const push = (name: string, value: unknown): void => window.webContents.send(`push:${name}`, pushes[name as Push].parse(value));
  const guardian = createFakeGuardian(scenario, info, push);
  const answer = (): void => void bindIpc({ ...trusting, contract, handlers: guardian.handlers });
  if (scenario === 'silent')
    for (const channel of Object.keys(contract)) ipcMain.handle(channel, () => new Promise(() => undefined));
  else if (scenario !== 'unreachable') answer();
  /** For the tests: what was asked, pushes by hand, and the guardian's return after it could not be reached. */
  Object.assign(globalThis, { fake: { asked: guardian.asked, push, comeBack: answer } });
  await window.loadURL(addressOf('panel'));
}

registerScheme();
// Not awaited at the top level: the test driver attaches only when this module has been evaluated.
app.whenReady().then(start, (error: unknown) => {
  throw error;
});
