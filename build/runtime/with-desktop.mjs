/**
 * Runs a command where Electron can run: on the pinned Node, with the checkout's Electron, on a display and a session bus of its own.
 * Used as a program (`node with-desktop.mjs playwright test`) it always makes both, so that tests never touch the desktop of whoever runs them.
 */
import { pathToFileURL } from 'node:url';
import { ensureElectron } from './electron-binary.mjs';
import { at } from './paths.mjs';
import { run } from './run.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

const SCREEN = '-screen 0 1280x900x24 -nolisten tcp';

/**
 * Resolves with the exit code of the command. With `always: false` an existing display and session bus are used. `display`: the number from
 * which a free one is looked for; two that look at the same moment need different ones.
 */
export async function withDesktop(command, args, { always = true, env = {}, stdio, display = 99 } = {}) {
  const headless = process.platform === 'linux' && (always || !hasDesktop());
  ensureSystemPackages({ tests: headless });
  const electron = await ensureElectron();
  const environment = { ...env, ...(electron === undefined ? {} : { ELECTRON_OVERRIDE_DIST_PATH: electron }) };
  if (!headless) return run(command, args, { env: environment, stdio });
  // Unset, an inherited session would shine through.
  const isolated = { ...environment, DISPLAY: undefined, WAYLAND_DISPLAY: undefined, DBUS_SESSION_BUS_ADDRESS: undefined };
  const wrapped = [
    `--config-file=${at('build', 'runtime', 'session-bus.conf')}`,
    '--',
    'xvfb-run',
    '--auto-servernum',
    `--server-num=${display}`,
    '--server-args',
    SCREEN,
    command,
    ...args,
  ];
  return run('dbus-run-session', wrapped, { env: isolated, stdio, ownGroup: true });
}

/** Somebody looks at a screen: there is a display to open a window on. */
export const hasDesktop = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [command, ...args] = process.argv.slice(2);
  if (command === undefined) {
    console.error('Usage: node build/runtime/with-desktop.mjs COMMAND [ARGUMENT…]');
    process.exit(64);
  }
  try {
    process.exitCode = await withDesktop(command, args);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
