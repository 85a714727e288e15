import { app } from 'electron';
import { systemClock } from '../../electron/kernel/clock.ts';
import type { DesktopNotification } from '../../electron/kernel/ports/notifier.ts';
import { createElectronNotifier } from '../../electron/platform/electron-notifier.ts';

/** Electron's notifier alone in a main process, for the contract tests. */
const notifier = createElectronNotifier(systemClock);
const clicked: string[] = [];

export const notifierUnderTest = {
  show: (message: Omit<DesktopNotification, 'onClick'>) =>
    notifier.show({ ...message, onClick: () => void clicked.push(message.tag) }),
  clicked: () => clicked,
};
Object.assign(globalThis, { notifierUnderTest });

app.disableHardwareAcceleration();
