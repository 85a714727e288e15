import type { AppActs } from '../../electron/ipc/handlers/app-handlers.ts';

/** An application without a window: its acts do nothing. */
export const idleActs: AppActs = {
  info: () => ({
    version: '0.1.0',
    language: 'en',
    platform: 'linux',
    accent: null,
    settings: { language: 'en', theme: 'dark', openAtLogin: false },
  }),
  change: async () => undefined,
  hidePanel: () => undefined,
  openArchiveFolder: async () => undefined,
  copy: async () => undefined,
  openApprovals: () => undefined,
  chooseFile: () => Promise.resolve(null),
  person: () => 'mina',
};
