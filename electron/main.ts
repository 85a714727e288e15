import { join } from 'node:path';
import { app, dialog } from 'electron';
import { startDesktop, type Desktop } from './app.ts';
import { registerScheme } from './guards/app-protocol.ts';
import { createGuardian } from './guardian.ts';
import { messageOf } from './kernel/errors.ts';
import { workspaceArgument } from './shell/command-line.ts';

/** Longer than this nothing may hold up the end of a session. */
const LEAVE_MS = 10_000;
const OWN_FAULT = 70;

const root = join(import.meta.dirname, '..', '..');
let desktop: Desktop | undefined;

async function start(): Promise<void> {
  try {
    desktop = await startDesktop({ root, workspace: workspaceArgument(process.argv), createGuardian });
  } catch (error) {
    dialog.showErrorBox('Nightguard', messageOf(error));
    app.exit(OWN_FAULT);
  }
}

async function leave(): Promise<void> {
  const leaving = desktop?.dispose();
  desktop = undefined;
  const timer = setTimeout(() => app.exit(OWN_FAULT), LEAVE_MS);
  try {
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
    if (desktop === undefined) return;
    event.preventDefault();
    void leave();
  });
} else {
  app.exit(0);
}
