import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, ipcMain, nativeTheme, powerMonitor, type IpcMainInvokeEvent } from 'electron';
import { contract } from '../shared/ipc/contract.ts';
import type { AppUpdate } from '../shared/model/app-update.ts';
import type { Teller } from './guardian/alert-wiring.ts';
import { firstLook } from './guardian/first-look.ts';
import { isTrustedSender } from './guards/trusted-sender.ts';
import type { Guardian } from './guardian-api.ts';
import { bindIpc } from './ipc/bind.ts';
import { allHandlers } from './ipc/handlers.ts';
import { systemClock } from './kernel/clock.ts';
import { DisposableStack, type Disposable } from './kernel/disposables.ts';
import { messageOf } from './kernel/errors.ts';
import { createOwnFaults } from './kernel/own-faults.ts';
import type { Log } from './kernel/ports/log.ts';
import type { Notifier } from './kernel/ports/notifier.ts';
import type { Secrets } from './kernel/ports/secrets.ts';
import { createElectronNotifier } from './platform/electron-notifier.ts';
import { createFileLog } from './platform/headless/file-log.ts';
import { firstDelivered } from './platform/headless/first-delivered.ts';
import { openMachineSettings } from './platform/headless/machine-settings.ts';
import { createNodeNotifier } from './platform/headless/node-notifier.ts';
import { secretsFolder } from './platform/headless/secrets-folder.ts';
import { createKeychainSecrets } from './platform/keychain-secrets.ts';
import { isOpenAtLogin } from './platform/login-item.ts';
import { onSystemAccent } from './platform/system-accent.ts';
import { watchForTrayHost } from './platform/status-notifier-watch.ts';
import { ensureSample } from './sample/make-sample.ts';
import { createAddWorkspace } from './shell/adding.ts';
import { setAppMenu } from './shell/app-menu.ts';
import { createAppActs } from './shell/app-acts.ts';
import { openApprovalRoom } from './shell/approval-room.ts';
import { attendGuardian } from './shell/attend-guardian.ts';
import { chooseFolder, realFolder } from './shell/choose-folder.ts';
import { doAction } from './shell/do-action.ts';
import { createSpeech } from './shell/language.ts';
import { openOwnUpdates } from './shell/own-updates.ts';
import { openPanel } from './shell/open-panel.ts';
import { showState } from './shell/show-state.ts';
import type { TrayIcon } from './shell/tray.ts';
import { startingView } from './shell/tray-view.ts';
import type { Destination, TrayAction, TrayContext } from './shell/tray-model.ts';
import { notifierOf } from './shell/workspace-notifier.ts';
import { createWorkspaces, type Workspaces } from './shell/workspaces.ts';

export interface DesktopOptions {
  /** The application's own folder: icons and the built panel lie below it. */
  root: string;
  /** From the command line. */
  workspace: string | undefined;
  /** There already, before anything was known. */
  tray: TrayIcon;
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

/** Composition root of the desktop application: a guardian for each workspace, and the tray, panel and notifications that show them. */
export async function startDesktop({ root, workspace, tray, createGuardian }: DesktopOptions): Promise<Desktop> {
  const stack = new DisposableStack();
  stack.use(tray);
  const asked = workspace === undefined ? undefined : realFolder(workspace);
  const clock = systemClock;
  const userData = app.getPath('userData');
  const logFile = join(userData, 'logs', 'nightguard.log');
  const log = createFileLog(logFile, clock);
  const settings = await openMachineSettings(join(userData, 'settings.json'), { log, clock });
  const speech = createSpeech(
    () => settings.get().language,
    () => app.getLocale(),
  );
  const { translate } = speech;
  nativeTheme.themeSource = settings.get().theme;
  tray.apply(startingView({ translate: translate() }));
  const failed = (what: string) => (error: unknown) => log.write('error', what, { cause: messageOf(error) });

  const secrets = createKeychainSecrets(secretsFolder(process.env, process.platform, homedir()), { log, clock });
  const notifier = firstDelivered(createElectronNotifier(clock), createNodeNotifier());
  const notifierFor = (workspace: string): Notifier => notifierOf(workspace, notifier, () => workspaces.list().length > 1);
  const open = (workspace: string, to: Destination): void =>
    void workspaces.show(workspace).then(() => panel.open(to), failed('A workspace could not be shown'));
  const tellerOf = (workspace: string): Teller => ({
    translate,
    notifier: notifierFor(workspace),
    openAlerts: () => open(workspace, { view: 'alerts', release: null, rollback: false }),
  });
  const create = (workspace: string): Promise<Guardian> =>
    createGuardian({ workspace, log, logFile, secrets, teller: tellerOf(workspace) });

  const panel = stack.use(openPanel(root, { clock, trayBounds: () => tray.bounds() }));
  const workspaces: Workspaces = stack.use(
    createWorkspaces({
      remembered: settings.get(),
      remember: (list) => settings.change(list),
      create,
      attend: (guardian) =>
        attendGuardian(guardian, { notifier, notifierFor, translate, open, openApprovals, changed: () => refresh(), log }),
      changed: () => refresh(),
      clock,
    }),
  );
  const approvals = stack.use(
    openApprovalRoom({ root, guardian: workspaces.active, speech, theme: () => settings.get().theme, log }),
  );
  const openApprovals = (workspace: string, id: number | null): void =>
    void workspaces.show(workspace).then(() => approvals.open(id), failed('A workspace could not be shown'));
  const adding = stack.use(
    createAddWorkspace({
      workspaces,
      chooseFolder: (purpose) => chooseFolder(purpose, translate()),
      firstLook: (folder) => firstLook(folder, { platform: process.platform, home: homedir(), environment: process.env }),
      create,
      sample: async () => (await ensureSample(join(userData, 'sample'), lookOnceWith(create))).workspace,
      language: speech.language,
    }),
  );

  const acts = createAppActs({
    settings,
    speech,
    guardian: workspaces.active,
    panel,
    openApprovals: approvals.open,
    openAtLogin: await isOpenAtLogin(),
    changed() {
      showAppMenu();
      refresh();
    },
  });
  const showAppMenu = (): void =>
    setAppMenu(translate(), {
      open: panel.open,
      check: () => act({ type: 'update' }),
      close: panel.hide,
      quit: () => app.quit(),
    });
  const ownUpdates = stack.use(
    await openOwnUpdates({
      userData,
      isBusy: () => workspaces.guarded().some((guardian) => guardian.snapshot().activity !== null),
      changed(state) {
        panel.push('appUpdate', state);
        refresh();
      },
      notifier,
      translate,
      openSettings: () => panel.open({ view: 'settings', release: null, rollback: false }),
      clock,
      log,
    }),
  );
  const context = (): TrayContext => ({
    now: clock.now(),
    language: speech.language(),
    translate: translate(),
    openAtLogin: acts.info().settings.openAtLogin,
    ready: readyVersion(ownUpdates.state()),
  });
  const refresh = (): void => showState({ tray, panel, approvals, workspaces, context });
  const trayActs = {
    ...acts,
    guardian: workspaces.active,
    showWorkspace: workspaces.show,
    now: () => clock.now(),
    open: panel.open,
    restartToUpdate: async () => void (await ownUpdates.restart()),
    quit: () => app.quit(),
  };
  const act = (action: TrayAction): void => {
    doAction(action, trayActs).catch(failed(`The tray could not do «${action.type}»`));
  };
  showAppMenu();
  tray.listen({ click: () => panel.open(), action: act });
  const trayHosts = watchForTrayHost(() => tray.recreate(), { log, clock });
  stack.defer(async () => (await trayHosts).dispose());

  const isTrusted = (event: IpcMainInvokeEvent): boolean => isTrustedSender(event, 'panel', panel.frame());
  const handlers = allHandlers({ app: acts, guardian: workspaces.active, workspaces, adding, updates: ownUpdates });
  const isShown = (workspace: unknown): boolean => workspace === workspaces.shown()?.workspace;
  stack.defer(bindIpc({ contract, receiver: ipcMain, handlers, isTrusted, isShown, log }));

  stack.defer(onSystemAccent(() => panel.push('info', acts.info())));

  // A timer does not count while the machine sleeps.
  const wake = (): void => workspaces.guarded().forEach((guardian) => guardian.wake());
  powerMonitor.on('resume', wake);
  stack.defer(() => void powerMonitor.off('resume', wake));
  const ownFault = createOwnFaults(
    (error) => workspaces.active().annealing.handleError(error, { function: 'nightguard desktop' }, null, 'self'),
    log,
  );

  const openAll = async (): Promise<void> => {
    if (asked !== undefined) await workspaces.add(asked);
    await workspaces.open();
  };
  const opened = openAll();
  opened.catch(failed('The workspaces could not be opened'));
  ownUpdates.prove(async () => {
    await opened;
    await panel.load();
  });
  return { openPanel: () => panel.open(), fault: (error) => void ownFault(error), dispose: () => stack.dispose() };
}

const readyVersion = ({ state, version }: AppUpdate): string | null => (state === 'ready' ? version : null);

/** Knows what a new workspace and its Core have in common. */
const lookOnceWith =
  (create: (workspace: string) => Promise<Guardian>) =>
  async (workspace: string): Promise<void> => {
    const guardian = await create(workspace);
    try {
      await guardian.runUpdate({ trigger: 'startup' });
    } finally {
      await guardian.dispose();
    }
  };
