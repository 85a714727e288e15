import { app, BrowserWindow, nativeTheme, screen, type Session, type WebFrameMain } from 'electron';
import type { Push, PushValue } from '../../shared/ipc/contract.ts';
import { guardNavigation } from '../guards/navigation-guard.ts';
import { addressOf } from '../guards/own-pages.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Disposable } from '../kernel/disposables.ts';
import { AppError } from '../kernel/errors.ts';
import { panelPosition, type Rectangle } from './panel-position.ts';
import type { Destination } from './tray-model.ts';

const SIZE = { width: 400, height: 640 };
const SMALLEST = { width: 340, height: 420 };
/** A hidden window keeps some 40 MB; after this long nobody is coming back soon. */
const IDLE_MS = 10 * 60_000;

export interface PanelWindow extends Disposable {
  /** Shows the panel, making it first when there is none, and goes to a view when one is given. */
  open: (to?: Destination) => void;
  hide: () => void;
  /** Makes the window, unseen, when there is none; resolves when its page is there. Rejects when it cannot be loaded. */
  load(): Promise<void>;
  /** Tells the panel, if there is one. */
  push<P extends Push>(push: P, value: PushValue<P>): void;
  /** The only frame whose questions are answered. */
  frame(): WebFrameMain | undefined;
}

export interface PanelOptions {
  preload: string;
  session: Session;
  clock: Clock;
  title: string;
  icon: string;
  /** Empty where the platform does not say. */
  trayBounds(): Rectangle;
}

/** The one window. Made on first use, hidden when closed, given back after some idle minutes. */
export function createPanelWindow(options: PanelOptions): PanelWindow {
  let window: BrowserWindow | undefined;
  let pending: Destination | undefined;
  let leaving = false;
  let cancelIdle: () => void = () => undefined;
  app.once('before-quit', () => (leaving = true));

  function make(): BrowserWindow {
    const created = new BrowserWindow(windowOptions(options));
    created.setMenuBarVisibility(false);
    guardNavigation(created.webContents, 'panel');
    created.on('close', (event) => {
      if (leaving) return;
      event.preventDefault();
      hide();
    });
    created.on('closed', () => (window = undefined));
    created.webContents.on('did-finish-load', () => flush());
    void created.loadURL(addressOf('panel'));
    return created;
  }

  function flush(): void {
    if (window === undefined || pending === undefined || window.webContents.isLoading()) return;
    window.webContents.send('push:navigate', pending);
    pending = undefined;
  }

  function hide(): void {
    window?.hide();
    cancelIdle();
    cancelIdle = options.clock.after(IDLE_MS, () => window?.destroy());
  }

  return {
    open(to) {
      cancelIdle();
      pending = to ?? pending;
      window ??= make();
      if (!window.isVisible()) place(window, options.trayBounds());
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
      flush();
    },
    hide,
    async load() {
      window ??= make();
      const { webContents } = window;
      if (!webContents.isLoading()) return;
      await new Promise<void>((loaded, failed) => {
        webContents.once('did-finish-load', loaded);
        webContents.once('did-fail-load', (_event, _code, reason) => failed(new AppError('internal', reason)));
      });
    },
    push: (push, value) => window?.webContents.send(`push:${push}`, value),
    frame: () => window?.webContents.mainFrame,
    dispose() {
      leaving = true;
      cancelIdle();
      window?.destroy();
    },
  };
}

const windowOptions = ({ preload, session, title, icon }: PanelOptions): Electron.BrowserWindowConstructorOptions => ({
  ...SIZE,
  minWidth: SMALLEST.width,
  minHeight: SMALLEST.height,
  show: false,
  title,
  icon,
  maximizable: true,
  fullscreenable: false,
  backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#ffffff',
  webPreferences: {
    preload,
    session,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  },
});

/** Wayland places windows itself and ignores this. */
function place(window: BrowserWindow, trayIcon: Rectangle): void {
  const anchor = trayIcon.width > 0 ? { x: trayIcon.x, y: trayIcon.y } : screen.getCursorScreenPoint();
  const { workArea } = screen.getDisplayNearestPoint(anchor);
  const { width, height } = window.getBounds();
  const { x, y } = panelPosition({ width, height }, workArea, trayIcon);
  window.setPosition(x, y);
}
