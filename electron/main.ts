import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { Desktop } from './app.ts';
import { registerScheme } from './guards/app-protocol.ts';
import { messageOf } from './kernel/errors.ts';
import { workspaceArgument } from './shell/command-line.ts';
import { showEarlyTray } from './shell/early-tray.ts';

// Only what the icon needs is imported here: the rest is loaded when the icon is there.

/** Longer than this nothing may hold up the end of a session. */
const LEAVE_MS = 10_000;
const OWN_FAULT = 70;

const root = join(import.meta.dirname, '..', '..');
let desktop: Desktop | undefined;
let leaving: Promise<void> | undefined;

async function start(): Promise<void> {
  const tray = await showEarlyTray(join(root, 'build', 'icons', 'tray'));
  try {
    const [{ startDesktop }, { createGuardian }] = await Promise.all([import('./app.ts'), import('./guardian.ts')]);
    desktop = await startDesktop({ root, workspace: workspaceArgument(process.argv), createGuardian, tray });
  } catch (error) {
    dialog.showErrorBox('Nightguard', messageOf(error));
    app.exit(OWN_FAULT);
  }
}

/** What was begun is begun to the end first: a guardian that is half open has nobody to close it. */
async function leave(started: Promise<void>): Promise<void> {
  const timer = setTimeout(() => app.exit(OWN_FAULT), LEAVE_MS);
  try {
    await started;
    const leaving = desktop?.dispose();
    desktop = undefined;
    await leaving;
    app.exit(0);
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    app.exit(OWN_FAULT);
  } finally {
    clearTimeout(timer);
  }
}

// The tray goes on: the guardian's acts are journalled, and the error is recorded like any program's.
process.on('uncaughtException', (error) => {
  if (desktop === undefined) process.stderr.write(`${error.stack ?? messageOf(error)}\n`);
  else desktop.fault(error);
});

registerScheme();
// Root has no sandbox to enable (containers, CI); the panel's window asks for its own in any case.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// A panel of text needs no GPU process: that is some 30 MB less.
app.disableHardwareAcceleration();
app.setAppUserModelId('org.nightguard.app');
if (app.requestSingleInstanceLock()) {
  // Not awaited: Electron is ready only after this module has been evaluated.
  const started = app.whenReady().then(start);
  // Somebody who asks during the start is not forgotten.
  const openPanel = (): void => void started.then(() => desktop?.openPanel());
  app.on('second-instance', openPanel);
  app.on('activate', openPanel);
  // Without a window the guardian goes on in the tray.
  app.on('window-all-closed', () => undefined);
  app.on('will-quit', (event) => {
    event.preventDefault();
    leaving ??= leave(started);
  });
} else {
  app.exit(0);
}
