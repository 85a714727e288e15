import { homedir } from 'node:os';
import { app } from 'electron';
import { appImageOf } from './headless/app-image.ts';
import { autostartFile, hasAutostart, setAutostart } from './headless/autostart-entry.ts';

/** Starts the application at login, or no longer. The operating system's own list is the truth, not our settings. */
export async function setOpenAtLogin(value: boolean): Promise<void> {
  if (process.platform !== 'linux') app.setLoginItemSettings({ openAtLogin: value, args: loginArguments() });
  else await setAutostart(autostartFile(process.env, homedir()), value ? launchCommand() : null);
}

/** What the operating system says now. */
export async function isOpenAtLogin(): Promise<boolean> {
  if (process.platform !== 'linux') return app.getLoginItemSettings({ args: loginArguments() }).openAtLogin;
  return hasAutostart(autostartFile(process.env, homedir()));
}

/** An AppImage runs from a mount that is gone after a reboot: the file itself has to be started. */
function launchCommand(): string[] {
  return [appImageOf(process.env, process.execPath) ?? process.execPath, ...loginArguments()];
}

/** In a checkout Electron needs to be told which application it is. */
const loginArguments = (): string[] => (app.isPackaged ? [] : [app.getAppPath()]);
