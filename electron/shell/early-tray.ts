import { setTimeout as delay } from 'node:timers/promises';
import { createTray, type TrayIcon } from './tray.ts';

/** Registration goes over D-Bus in a few turns of the event loop, which loading the guardian would hold up. Milliseconds. */
const REGISTRATION_MS = 60;

/**
 * The icon, before anything else is loaded: somebody who starts the application sees at once that it does. It knows nothing yet and says
 * so; a name needs no translation.
 */
export async function showEarlyTray(icons: string): Promise<TrayIcon> {
  const tray = createTray(icons, { icon: 'unknown', tooltip: 'Nightguard', menu: [] });
  await delay(REGISTRATION_MS);
  return tray;
}
