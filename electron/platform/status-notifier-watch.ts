import type { MessageBus } from 'dbus-native';
import type { Clock } from '../kernel/clock.ts';
import type { Disposable } from '../kernel/disposables.ts';
import { AppError, messageOf } from '../kernel/errors.ts';
import type { Log } from '../kernel/ports/log.ts';
import { showsOurIcon } from './status-notifier-items.ts';

const WATCHER = 'org.kde.StatusNotifierWatcher';
const DBUS = 'org.freedesktop.DBus';
const RULE = `type='signal',sender='${DBUS}',interface='${DBUS}',member='NameOwnerChanged',arg0='${WATCHER}'`;
/** A panel owns the name a moment before it answers. */
const SETTLE_MS = 250;
/** A bus that does not answer must not keep the tray from showing. */
const PATIENCE_MS = 1000;

/**
 * Calls back when a panel that shows tray icons comes up after the tray did (Linux). Electron registers its icon once only, at creation, so
 * it has to be made anew then. Resolves when it listens; a panel that came up between the tray and this is noticed too, as it does not show
 * an icon of ours. Without a session bus this does nothing; failures are logged and change nothing else.
 */
export async function watchForTrayHost(onAppeared: () => void, { log, clock }: { log: Log; clock: Clock }): Promise<Disposable> {
  if (process.platform !== 'linux' || !process.env['DBUS_SESSION_BUS_ADDRESS']) return { dispose: () => undefined };
  const problem = (error: unknown): void =>
    log.write('warn', 'Panels that start later cannot be noticed', { cause: messageOf(error) });
  let bus: MessageBus | undefined;
  let cancel: () => void = () => undefined;
  try {
    // Read on Linux only.
    const { sessionBus } = await import('dbus-native');
    bus = sessionBus();
    bus.connection.on('error', problem);
    bus.connection.on('message', ({ member, sender, body = [] }) => {
      const [name, , owner] = body;
      if (member !== 'NameOwnerChanged' || sender !== DBUS || name !== WATCHER) return;
      cancel();
      if (owner !== '') cancel = clock.after(SETTLE_MS, onAppeared);
    });
    await listening(bus, clock);
    if ((await bus.nameHasOwner(WATCHER)) && !(await showsOurIcon(bus, WATCHER))) cancel = clock.after(SETTLE_MS, onAppeared);
  } catch (error) {
    problem(error);
  }
  return {
    async dispose() {
      cancel();
      await bus?.close();
    },
  };
}

function listening(bus: MessageBus, clock: Clock): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(PATIENCE_MS, () => reject(new AppError('internal', 'The session bus did not answer.')));
    const settle = (end: () => void): void => {
      cancel();
      end();
    };
    bus.addMatch(RULE).then(
      () => settle(resolve),
      (error: unknown) => settle(() => reject(error instanceof Error ? error : new AppError('internal', messageOf(error)))),
    );
  });
}
