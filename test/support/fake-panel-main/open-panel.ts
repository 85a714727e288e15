import { resolve } from 'node:path';
import { BrowserWindow, ipcMain, session, type Session } from 'electron';
import { servePage } from '../../../electron/guards/app-protocol.ts';
import { addressOf } from '../../../electron/guards/own-pages.ts';
import { bindIpc } from '../../../electron/ipc/bind.ts';
import { silentLog } from '../../../electron/kernel/ports/log.ts';
import { contract, pushes, type AppInfo, type Push } from '../../../shared/ipc/contract.ts';
import type * as fixtures from './fake-guardian.ts';
import type { ScenarioName } from './scenarios.ts';

export interface PanelOptions {
  scenario: ScenarioName;
  language: 'en' | 'ko';
  theme: 'light' | 'dark';
  width: number;
  height: number;
  /** How long the application's log is. */
  logLines: number;
  /** The moment at which the clock stands; null lets it go. Epoch milliseconds. */
  now: number | null;
}

/** A panel in its window, and the fake guardian behind it. */
export interface OpenPanel {
  asked: fixtures.Asked[];
  push: (name: string, value: unknown) => void;
  /** Lets a guardian that could not be reached answer. */
  comeBack: () => void;
  close: () => void;
}

const ROOT = resolve(import.meta.dirname, '../../..');
const CHANNELS = Object.keys(contract);
let opened = 0;

/** Opens a panel that knows nothing of the ones before it: window, session and fixtures are its own. */
export async function openPanel({ scenario, language, theme, width, height, logLines, now }: PanelOptions): Promise<OpenPanel> {
  opened += 1;
  const goOn = stopClock(now);
  const window = makeWindow(session.fromPartition(`panel-${opened}`), width, height);
  const push = (name: string, value: unknown): void => {
    if (!window.isDestroyed()) window.webContents.send(`push:${name}`, pushes[name as Push].parse(value));
  };
  const info: AppInfo = {
    version: '0.1.0',
    language,
    platform: 'linux',
    accent: null,
    settings: { language, theme, openAtLogin: false },
  };
  const { createFakeGuardian } = (await import(`./fake-guardian.ts?panel=${opened}`)) as typeof fixtures;
  const guardian = createFakeGuardian(scenario, info, push, logLines);
  const answer = (): void =>
    void bindIpc({ contract, receiver: ipcMain, handlers: guardian.handlers, isTrusted: () => true, log: silentLog });
  if (scenario === 'silent') for (const channel of CHANNELS) ipcMain.handle(channel, () => new Promise(() => undefined));
  else if (scenario !== 'unreachable') answer();
  await window.loadURL(addressOf('panel'));
  return {
    asked: guardian.asked,
    push,
    comeBack: answer,
    close: () => {
      window.destroy();
      for (const channel of CHANNELS) ipcMain.removeHandler(channel);
      guardian.dispose();
      goOn();
    },
  };
}

/** Times of the fixtures are counted from the moment at which they are loaded. */
function stopClock(now: number | null): () => void {
  if (now === null) return () => undefined;
  const { now: real } = Date;
  Date.now = () => now;
  return () => (Date.now = real);
}

function makeWindow(panelSession: Session, width: number, height: number): BrowserWindow {
  servePage(panelSession, 'panel', resolve(ROOT, 'out/renderer'));
  return new BrowserWindow({
    width,
    height,
    useContentSize: true,
    webPreferences: {
      preload: resolve(ROOT, 'out/preload/panel.cjs'),
      session: panelSession,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    },
  });
}
