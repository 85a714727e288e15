import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, ipcMain, nativeTheme, powerMonitor, session, type IpcMainInvokeEvent } from 'electron';
import { contract } from '../shared/ipc/contract.ts';
import type { Teller } from './guardian/alert-wiring.ts';
import { servePage } from './guards/app-protocol.ts';
import { guardSession } from './guards/session-guard.ts';
import { isTrustedSender } from './guards/trusted-sender.ts';
import type { Guardian } from './guardian-api.ts';
import { bindIpc } from './ipc/bind.ts';
import { allHandlers } from './ipc/handlers.ts';
import { systemClock } from './kernel/clock.ts';
import { DisposableStack, type Disposable } from './kernel/disposables.ts';
import { AppError, messageOf } from './kernel/errors.ts';
import { createOwnFaults } from './kernel/own-faults.ts';
import type { Log } from './kernel/ports/log.ts';
import type { Secrets } from './kernel/ports/secrets.ts';
import { createElectronNotifier } from './platform/electron-notifier.ts';
import { createFileLog } from './platform/headless/file-log.ts';
import { firstDelivered } from './platform/headless/first-delivered.ts';
import { openMachineSettings } from './platform/headless/machine-settings.ts';
import { createNodeNotifier } from './platform/headless/node-notifier.ts';
import { secretsFolder } from './platform/headless/secrets-folder.ts';
import { createKeychainSecrets } from './platform/keychain-secrets.ts';
import { isOpenAtLogin } from './platform/login-item.ts';
import { watchForTrayHost } from './platform/status-notifier-watch.ts';
import { createApprovalAnnouncer } from './shell/announce-approvals.ts';
import { createAppActs } from './shell/app-acts.ts';
import { openApprovalRoom } from './shell/approval-room.ts';
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
  createGuardian: (options: {
    workspace: string;
    log: Log;
    logFile: string;
    secrets: Secrets;
    teller: Teller;
  }) => Promise<Guardian>;
}

/** The running desktop application. */
export interface Desktop extends Disposable {
  openPanel(): void;
  /** Takes an error that nobody caught: it is logged and recorded. Never throws. */
  fault(error: unknown): void;
}

/** Composition root of the desktop application: one guardian, and the tray, panel and notifications that show it. */
export async function startDesktop({ root, workspace: asked, createGuardian }: DesktopOptions): Promise<Desktop> {
  const stack = new DisposableStack();
  const clock = systemClock;
  const logFile = join(app.getPath('userData'), 'logs', 'nightguard.log');
  const log = createFileLog(logFile, clock);
  const settings = await openMachineSettings(join(app.getPath('userData'), 'settings.json'), { log, clock });
  const speech = createSpeech(
    () => settings.get().language,
    () => app.getLocale(),
  );
  nativeTheme.themeSource = settings.get().theme;

  const workspace = await chooseWorkspace(asked, settings.get().active, speech.translate());
  if (workspace === undefined) throw new AppError('no-workspace', speech.translate()('tray.noWorkspace'));
  const secrets = createKeychainSecrets(secretsFolder(process.env, process.platform, homedir()), { log, clock });
  const notifier = firstDelivered(createElectronNotifier(clock), createNodeNotifier());
  const openAlerts = (): void => panel.open({ view: 'alerts', release: null, rollback: false });
  const teller: Teller = { translate: speech.translate, notifier, openAlerts };
  const guardians = stack.use(createGuardians((folder) => createGuardian({ workspace: folder, log, logFile, secrets, teller })));
  const guardian = await guardians.show(workspace);
  await settings.change({ active: workspace, workspaces: [...new Set([...settings.get().workspaces, workspace])] });

  const panelSession = session.fromPartition('panel');
  guardSession(panelSession, 'panel');
  servePage(panelSession, 'panel', join(root, 'out', 'renderer'));
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

  const approvals = stack.use(
    openApprovalRoom({ root, guardian: guardians.active, speech, theme: () => settings.get().theme, log }),
  );
  const acts = createAppActs({
    settings,
    speech,
    guardian: guardians.active,
    panel,
    openApprovals: approvals.open,
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
    approvals.refresh();
  };
  const isTrusted = (event: IpcMainInvokeEvent): boolean => isTrustedSender(event, 'panel', panel.frame());
  stack.defer(bindIpc({ contract, receiver: ipcMain, handlers: allHandlers(acts, guardians.active), isTrusted, log }));

  const desk = { notifier, translate: speech.translate, open: panel.open, log };
  const announce = createApprovalAnnouncer({ notifier, translate: speech.translate, open: approvals.open, log });
  const announceWaiting = (): void => {
    announce(guardian.snapshot()).catch(failed('A notification could not be shown'));
  };
  announceWaiting();
  stack.defer(guardian.onSnapshot(announceWaiting));
  stack.defer(guardian.onSnapshot(refresh));
  stack.defer(guardian.onNews((news) => void tellNews(news, desk).catch(failed('A notification could not be shown'))));
  // A timer does not count while the machine sleeps.
  const wake = (): void => guardian.wake();
  powerMonitor.on('resume', wake);
  stack.defer(() => void powerMonitor.off('resume', wake));
  guardian.watch().catch(failed('The guardian could not begin to watch'));
  const ownFault = createOwnFaults(
    (error) => guardians.active().annealing.handleError(error, { function: 'nightguard desktop' }, null, 'self'),
    log,
  );
  return { openPanel: () => panel.open(), fault: (error) => void ownFault(error), dispose: () => stack.dispose() };
}
