import { join } from 'node:path';
import { app, clipboard, dialog, nativeTheme, shell } from 'electron';
import type { AppInfo, AppSettings } from '../../shared/ipc/contract.ts';
import type { Guardian } from '../guardian-api.ts';
import { AppError } from '../kernel/errors.ts';
import type { MachineSettingsStore } from '../platform/headless/machine-settings.ts';
import { setOpenAtLogin } from '../platform/login-item.ts';
import { systemAccent } from '../platform/system-accent.ts';
import { personAtTheMachine } from '../platform/person.ts';
import type { Speech } from './language.ts';
import type { PanelWindow } from './panel-window.ts';

export interface AppActs {
  info(): AppInfo;
  change(settings: Partial<AppSettings>): Promise<void>;
  setOpenAtLogin(value: boolean): Promise<void>;
  hidePanel(): void;
  openArchiveFolder(): Promise<void>;
  copy(text: string): Promise<void>;
  /** Shows the approval window, at one request when `id` names it. */
  openApprovals: (id: number | null) => void;
  /** Lets a person choose where a file of that name shall be written; null when nobody did. */
  chooseFile: (name: string) => Promise<string | null>;
  /** Whom the operating system vouches for. */
  person: () => string;
}

export interface AppActsOptions {
  settings: MachineSettingsStore;
  speech: Speech;
  guardian: () => Guardian;
  panel: Pick<PanelWindow, 'hide' | 'push'>;
  openApprovals: (id: number | null) => void;
  openAtLogin: boolean;
  /** Called after each change of the settings, so that the tray follows. */
  changed: () => void;
}

/** What tray and panel may ask of the application itself. */
export function createAppActs({
  settings,
  speech,
  guardian,
  panel,
  openApprovals,
  openAtLogin,
  changed,
}: AppActsOptions): AppActs {
  let atLogin = openAtLogin;
  const acts: AppActs = {
    info: () => ({
      version: app.getVersion(),
      language: speech.language(),
      platform: process.platform,
      accent: systemAccent(),
      settings: { language: settings.get().language, theme: settings.get().theme, openAtLogin: atLogin },
    }),
    async change({ openAtLogin: wanted, ...rest }) {
      if (wanted !== undefined && wanted !== atLogin) {
        await setOpenAtLogin(wanted);
        atLogin = wanted;
      }
      if (Object.keys(rest).length > 0) await settings.change(rest);
      nativeTheme.themeSource = settings.get().theme;
      changed();
      panel.push('info', acts.info());
    },
    setOpenAtLogin: (value) => acts.change({ openAtLogin: value }),
    hidePanel: () => panel.hide(),
    async openArchiveFolder() {
      const problem = await shell.openPath(guardian().archiveFolder());
      if (problem !== '') throw new AppError('internal', `The archive folder could not be opened: ${problem}`);
    },
    // At once in older versions of Electron, a promise in newer ones.
    copy: async (text) => {
      await clipboard.writeText(text);
    },
    openApprovals,
    async chooseFile(name) {
      const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: join(app.getPath('downloads'), name) });
      return canceled || filePath === '' ? null : filePath;
    },
    person: personAtTheMachine,
  };
  return acts;
}
