import { join } from 'node:path';
import { app, ipcMain, nativeTheme, session, type IpcMainInvokeEvent } from 'electron';
import { servePanel } from './guards/app-protocol.ts';
import { guardSession } from './guards/session-guard.ts';
import { isTrustedSender } from './guards/trusted-sender.ts';
import type { Guardian } from './guardian-api.ts';
import { bindIpc } from './ipc/bind.ts';
import { allHandlers } from './ipc/handlers.ts';
import { systemClock } from './kernel/clock.ts';
import { DisposableStack, type Disposable } from './kernel/disposables.ts';
import { AppError, messageOf } from './kernel/errors.ts';
import type { Log } from './kernel/ports/log.ts';
import { createElectronNotifier } from './platform/electron-notifier.ts';
import { createFileLog } from './platform/headless/file-log.ts';
import { firstDelivered } from './platform/headless/first-delivered.ts';
import { openMachineSettings } from './platform/headless/machine-settings.ts';
import { createNodeNotifier } from './platform/headless/node-notifier.ts';
import { isOpenAtLogin } from './platform/login-item.ts';
import { watchForTrayHost } from './platform/status-notifier-watch.ts';
import { createAppActs } from './shell/app-acts.ts';
import { chooseWorkspace } from './shell/choose-workspace.ts';
import { doAction } from './shell/do-action.ts';
import { createGuardians } from './shell/guardians.ts';
import { createSpeech } from './shell/language.ts';
import { tellNews } from './shell/news.ts';
import { createPanelWindow } from './shell/panel-window.ts';
import { createTray } from './shell/tray.ts';
import { trayView } from './shell/tray-view.ts';
import type { TrayAction, TrayView } from './shell/tray-model.ts';

export interface DesktopOptions {
  /** The application's own folder: icons and the built panel lie below it. */
  root: string;
  /** From the command line. */
  workspace: string | undefined;
  createGuardian: (options: { workspace: string; log: Log }) => Promise<Guardian>;
}

/** The running desktop application. */
export interface Desktop extends Disposable {
  openPanel(): void;
}

/** Composition root of the desktop application: one guardian, and the tray, panel and notifications that show it. */
export async function startDesktop({ root, workspace: asked, createGuardian }: DesktopOptions): Promise<Desktop> {
  const stack = new DisposableStack();
  const clock = systemClock;
  const log = createFileLog(join(app.getPath('userData'), 'logs', 'nightguard.log'), clock);
  const settings = await openMachineSettings(join(app.getPath('userData'), 'settings.json'), { log, clock });
  const speech = createSpeech(
    () => settings.get().language,
    () => app.getLocale(),
  );
  nativeTheme.themeSource = settings.get().theme;

  const workspace = await chooseWorkspace(asked, settings.get().active, speech.translate());
  if (workspace === undefined) throw new AppError('no-workspace', speech.translate()('tray.noWorkspace'));
  const guardians = stack.use(createGuardians((folder) => createGuardian({ workspace: folder, log })));
  const guardian = await guardians.show(workspace);
  await settings.change({ active: workspace, workspaces: [...new Set([...settings.get().workspaces, workspace])] });

  const panelSession = session.fromPartition('panel');
  guardSession(panelSession);
  servePanel(panelSession, join(root, 'out', 'renderer'));
  const panel = stack.use(
    createPanelWindow({
      preload: join(root, 'out', 'preload', 'panel.cjs'),
      session: panelSession,
      clock,
      title: 'Nightguard',
      icon: join(root, 'build', 'icons', 'icon.png'),
      trayBounds: () => tray.bounds(),
    }),
  );

  const acts = createAppActs({
    settings,
    speech,
    guardian: guardians.active,
    panel,
    openAtLogin: await isOpenAtLogin(),
    changed: () => refresh(),
  });
  const view = (): TrayView =>
    trayView(guardians.active().snapshot(), {
      now: clock.now(),
      language: speech.language(),
      translate: speech.translate(),
      openAtLogin: acts.info().settings.openAtLogin,
    });
  const trayActs = { ...acts, guardian: guardians.active, now: () => clock.now(), open: panel.open, quit: () => app.quit() };
  const act = (action: TrayAction): void => {
    doAction(action, trayActs).catch(failed(`The tray could not do «${action.type}»`));
  };
  const failed = (what: string) => (error: unknown) => log.write('error', what, { cause: messageOf(error) });
  let recreateTray = (): void => undefined;
  stack.use(await watchForTrayHost(() => recreateTray(), { log, clock }));
  const tray = stack.use(createTray(join(root, 'build', 'icons', 'tray'), view(), { click: () => panel.open(), action: act }));
  recreateTray = () => tray.recreate();
  const refresh = (): void => {
    tray.apply(view());
    panel.push('snapshot', guardians.active().snapshot());
  };
  const isTrusted = (event: IpcMainInvokeEvent): boolean => isTrustedSender(event, panel.frame());
  stack.defer(bindIpc({ receiver: ipcMain, handlers: allHandlers(acts, guardians.active), isTrusted, log }));

  const notifier = firstDelivered(createElectronNotifier(clock), createNodeNotifier());
  const desk = { notifier, translate: speech.translate, open: panel.open, log };
  stack.defer(guardian.onSnapshot(refresh));
  stack.defer(guardian.onNews((news) => void tellNews(news, desk).catch(failed('A notification could not be shown'))));
  guardian.watch().catch(failed('The guardian could not begin to watch'));
  return { openPanel: () => panel.open(), dispose: () => stack.dispose() };
}
