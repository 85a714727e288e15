import { BrowserWindow, nativeTheme, type Session, type WebFrameMain } from 'electron';
import type { ApprovalPush, ApprovalPushes } from '../../shared/ipc/approval-contract.ts';
import { guardNavigation } from '../guards/navigation-guard.ts';
import { addressOf } from '../guards/own-pages.ts';
import type { Disposable } from '../kernel/disposables.ts';

const SIZE = { width: 560, height: 680 };
const SMALLEST = { width: 420, height: 460 };

export interface ApprovalWindow extends Disposable {
  /** Shows the window, at one request when `id` names it. That is all that panel, tray and notifications can do with it. */
  open: (id: number | null) => void;
  /** Decides nothing. */
  close: () => void;
  push<P extends ApprovalPush>(push: P, value: ApprovalPushes[P]): void;
  /** The request that the window was last opened for. */
  wanted: () => number | null;
  /** Since when it has been in front and visible without a break, by `now`; null while it is not. */
  attendedSince: () => number | null;
  /** The only frame whose answers count. */
  frame: () => WebFrameMain | undefined;
  /** Called after each change of language or workspace. */
  retitle(): void;
}

export interface ApprovalWindowOptions {
  preload: string;
  session: Session;
  icon: string;
  title: () => string;
  /** Milliseconds of a clock that nobody can set. */
  now: () => number;
}

/** An ordinary window with a frame and a title of the system, where a person answers requests. Closed, it is gone. */
export function createApprovalWindow(options: ApprovalWindowOptions): ApprovalWindow {
  let window: BrowserWindow | undefined;
  let wanted: number | null = null;
  let since: number | null = null;

  function make(): BrowserWindow {
    const created = new BrowserWindow(windowOptions(options));
    // Without a menu there is no short cut either: none reloads, zooms away or opens tools.
    created.removeMenu();
    guardNavigation(created.webContents, 'approval');
    // Whatever the page says, the title names this window.
    created.on('page-title-updated', (event) => event.preventDefault());
    created.on('focus', () => (since ??= options.now()));
    for (const away of ['blur', 'hide', 'minimize'] as const) created.on(away as 'blur', () => (since = null));
    created.on('closed', () => {
      window = undefined;
      since = null;
      wanted = null;
    });
    void created.loadURL(addressOf('approval'));
    return created;
  }

  const approvals: ApprovalWindow = {
    open(id) {
      wanted = id;
      if (window === undefined) window = make();
      else if (id !== null) approvals.push('wanted', id);
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    close: () => window?.close(),
    push: (push, value) => window?.webContents.send(`push:${push}`, value),
    wanted: () => wanted,
    attendedSince: () => (window?.isFocused() === true && window.isVisible() && !window.isMinimized() ? since : null),
    frame: () => window?.webContents.mainFrame,
    retitle: () => window?.setTitle(options.title()),
    dispose: () => window?.destroy(),
  };
  return approvals;
}

const windowOptions = ({ preload, session, icon, title }: ApprovalWindowOptions): Electron.BrowserWindowConstructorOptions => ({
  ...SIZE,
  minWidth: SMALLEST.width,
  minHeight: SMALLEST.height,
  show: false,
  center: true,
  frame: true,
  title: title(),
  icon,
  fullscreenable: false,
  backgroundColor: nativeTheme.shouldUseDarkColors ? '#1d1d20' : '#ffffff',
  webPreferences: {
    preload,
    session,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
  },
});
