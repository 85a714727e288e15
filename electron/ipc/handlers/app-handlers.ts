import type { AppInfo, AppSettings } from '../../../shared/ipc/contract.ts';
import type { Handlers } from '../bind.ts';

/** What the panel may ask of the application itself. */
export interface AppActs {
  info(): AppInfo;
  change(settings: Partial<AppSettings>): Promise<void>;
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

/** Machine-wide settings, the window, the clipboard. */
export const appHandlers = (
  app: AppActs,
): Pick<Handlers, `app:${'info' | 'settings' | 'hide' | 'openArchiveFolder' | 'copy'}`> => ({
  'app:info': () => app.info(),
  'app:settings': async (settings) => {
    await app.change(defined(settings));
    return app.info();
  },
  'app:hide': () => {
    app.hidePanel();
    return null;
  },
  'app:openArchiveFolder': async () => {
    await app.openArchiveFolder();
    return null;
  },
  'app:copy': async (text) => {
    await app.copy(text);
    return null;
  },
});

/** A key that is undefined was not asked for. */
const defined = (settings: { [K in keyof AppSettings]?: AppSettings[K] | undefined }): Partial<AppSettings> =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
