import { sessionBus, type MessageBus } from 'dbus-native';
import type { Clock } from '../kernel/clock.ts';
import type { Disposable } from '../kernel/disposables.ts';
import { messageOf } from '../kernel/errors.ts';
import type { Log } from '../kernel/ports/log.ts';

const WATCHER = 'org.kde.StatusNotifierWatcher';
const DBUS = 'org.freedesktop.DBus';
/** A panel owns the name a moment before it answers. */
const SETTLE_MS = 250;

/**
 * Calls back when a panel that shows tray icons comes up after the application did (Linux). Electron registers its icon once only, at
 * creation, so it has to be made anew then. Without a session bus this does nothing; failures are logged and change nothing else.
 */
export function watchForTrayHost(onAppeared: () => void, { log, clock }: { log: Log; clock: Clock }): Disposable {
  const nothing: Disposable = { dispose: () => undefined };
  if (process.platform !== 'linux' || !process.env['DBUS_SESSION_BUS_ADDRESS']) return nothing;
  const problem = (error: unknown): void => log.write('warn', 'Panels that start later cannot be noticed', { cause: messageOf(error) });
  try {
    return watchBus(sessionBus(), onAppeared, problem, clock);
  } catch (error) {
    problem(error);
    return nothing;
  }
}

function watchBus(bus: MessageBus, onAppeared: () => void, problem: (error: unknown) => void, clock: Clock): Disposable {
  let closing = false;
  let cancel: () => void = () => undefined;
  bus.connection.on('error', problem);
  bus.connection.on('message', (message) => {
    if (message.member !== 'NameOwnerChanged' || message.sender !== DBUS) return;
    const [name, , owner] = message.body ?? [];
    if (name !== WATCHER) return;
    cancel();
    if (owner !== '') cancel = clock.after(SETTLE_MS, onAppeared);
  });
  bus.addMatch(`type='signal',sender='${DBUS}',interface='${DBUS}',member='NameOwnerChanged',arg0='${WATCHER}'`).catch((error: unknown) => {
    if (!closing) problem(error);
  });
  return {
    async dispose() {
      closing = true;
      cancel();
      await bus.close();
    },
  };
}
