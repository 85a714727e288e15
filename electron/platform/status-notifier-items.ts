import type { MessageBus } from 'dbus-native';

const PROPERTIES = 'org.freedesktop.DBus.Properties';
const TIMEOUT_MS = 1000;

/** Whether a panel on this bus shows an icon of this process. False, too, where the panel does not say what it shows. */
export async function showsOurIcon(bus: MessageBus, watcher: string): Promise<boolean> {
  const items: unknown = await bus
    .invoke(
      {
        destination: watcher,
        path: '/StatusNotifierWatcher',
        interface: PROPERTIES,
        member: 'Get',
        signature: 'ss',
        body: [watcher, 'RegisteredStatusNotifierItems'],
      },
      { timeout: TIMEOUT_MS },
    )
    .catch(() => []);
  const owners = await Promise.all(servicesOf(items).map((service) => bus.getConnectionUnixProcessId(service).catch(() => null)));
  return owners.includes(process.pid);
}

/** Some panels write `:1.7/StatusNotifierItem`, some `org.kde.StatusNotifierItem-77-1`: what comes before the first slash owns the icon. */
const servicesOf = (items: unknown): string[] =>
  Array.isArray(items) ? items.flatMap((item) => (typeof item === 'string' ? (item.split('/')[0] ?? []) : [])) : [];
