import dbus, { type Message as DBusMessage } from 'dbus-next';
import { StatusNotifierWatcher, WATCHER, WATCHER_PATH } from './status-notifier-watcher.ts';

const ITEM = 'org.kde.StatusNotifierItem';
const MENU = 'com.canonical.dbusmenu';
/** Longer than an application takes to start on a busy machine. */
const MENU_MS = 10_000;
const PROPERTIES = 'org.freedesktop.DBus.Properties';

export interface TrayItem {
  service: string;
  path: string;
}

export interface TrayMenuEntry {
  id: number;
  label: string;
  enabled: boolean;
  checked: boolean;
  separator: boolean;
}

type LayoutNode = [id: number, properties: Record<string, dbus.Variant>, children: dbus.Variant<LayoutNode>[]];

/** A desktop panel on the session bus: watcher, host and menu client in one. Start it before the application, or later on purpose. */
export async function startTrayHost() {
  const bus = dbus.sessionBus();
  const items: TrayItem[] = [];
  const waiters: (() => void)[] = [];
  const watcher = new StatusNotifierWatcher();

  // Only the message says who registers: a path alone means the sender's own service.
  bus.on('message', (message: DBusMessage) => {
    if (message.interface !== WATCHER || message.member !== 'RegisterStatusNotifierItem') return;
    const [argument] = message.body as [string];
    const item = argument.startsWith('/')
      ? { service: message.sender, path: argument }
      : { service: argument, path: '/StatusNotifierItem' };
    items.push(item);
    watcher.announce(`${item.service}${item.path}`);
    for (const wake of waiters.splice(0)) wake();
  });
  bus.export(WATCHER_PATH, watcher);
  const answer = await bus.requestName(WATCHER, 0);
  if (answer !== dbus.RequestNameReply.PRIMARY_OWNER) throw new Error(`Somebody else is ${WATCHER} on this bus`);

  async function call(
    item: TrayItem,
    path: string,
    iface: string,
    member: string,
    signature = '',
    body: unknown[] = [],
  ): Promise<unknown[]> {
    const reply = await bus.call(
      new dbus.Message({ destination: item.service, path, interface: iface, member, signature, body }),
    );
    return reply?.body ?? [];
  }

  async function property<T>(item: TrayItem, name: string): Promise<T> {
    const [variant] = (await call(item, item.path, PROPERTIES, 'Get', 'ss', [ITEM, name])) as [dbus.Variant<T>];
    return variant.value;
  }

  const host = {
    /** The newest item; waits for `count` registrations. */
    async item(count = 1, timeoutMs = 10_000): Promise<TrayItem> {
      const deadline = AbortSignal.timeout(timeoutMs);
      while (items.length < count) {
        await new Promise<void>((resolve, reject) => {
          waiters.push(resolve);
          deadline.addEventListener('abort', () => reject(new Error(`${items.length} of ${count} tray items registered`)));
        });
      }
      return items.at(-1) as TrayItem;
    },
    registered: () => items.length,
    async tooltip(item: TrayItem): Promise<string> {
      const [, , title] = await property<[string, unknown, string, string]>(item, 'ToolTip');
      return title;
    },
    /** ARGB pixels of the icon, as the panel gets them. */
    async icon(item: TrayItem): Promise<{ width: number; height: number; pixels: Buffer }> {
      const [[width, height, pixels]] = await property<[[number, number, Buffer]]>(item, 'IconPixmap');
      return { width, height, pixels };
    },
    async menu(item: TrayItem): Promise<TrayMenuEntry[]> {
      const path = await property<string>(item, 'Menu');
      const [, [, , children]] = (await call(item, path, MENU, 'GetLayout', 'iias', [0, -1, []])) as [number, LayoutNode];
      return children.map((child) => entryOf(child.value));
    },
    async labels(item: TrayItem): Promise<string[]> {
      return (await host.menu(item)).filter((entry) => !entry.separator).map((entry) => entry.label);
    },
    async click(item: TrayItem, label: string): Promise<void> {
      // The icon is there before the guardian is.
      const deadline = performance.now() + MENU_MS;
      const find = async (): Promise<TrayMenuEntry | undefined> =>
        (await host.menu(item)).find((candidate) => candidate.label === label);
      let entry = await find();
      while (entry === undefined && performance.now() < deadline) entry = await find();
      if (entry === undefined) throw new Error(`No menu item «${label}» among ${JSON.stringify(await host.labels(item))}`);
      const path = await property<string>(item, 'Menu');
      await call(item, path, MENU, 'Event', 'isvu', [entry.id, 'clicked', new dbus.Variant('i', 0), 0]);
    },
    activate: (item: TrayItem) => call(item, item.path, ITEM, 'Activate', 'ii', [0, 0]),
    close: () => bus.disconnect(),
  };
  return host;
}
export type TrayHost = Awaited<ReturnType<typeof startTrayHost>>;

/** In labels `_` marks a keyboard letter, `__` is an underscore. */
function entryOf([id, properties]: LayoutNode): TrayMenuEntry {
  const value = (name: string): unknown => properties[name]?.value;
  const label = value('label');
  return {
    id,
    label: (typeof label === 'string' ? label : '').replaceAll(/_(.)/g, '$1'),
    enabled: value('enabled') !== false,
    checked: value('toggle-state') === 1,
    separator: value('type') === 'separator',
  };
}
