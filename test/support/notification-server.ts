import { inspect } from 'node:util';
import dbus, { type Variant } from 'dbus-next';

const NAME = 'org.freedesktop.Notifications';
const PATH = '/org/freedesktop/Notifications';
/** Reason of the specification: dismissed by the user. */
const DISMISSED = 2;

export interface SentNotification {
  id: number;
  app: string;
  summary: string;
  body: string;
  /** Pairs of key and label. */
  actions: string[];
  hints: Record<string, unknown>;
}

class NotificationsInterface extends dbus.interface.Interface {
  readonly sent: SentNotification[] = [];
  readonly waiters: (() => void)[] = [];
  #last = 0;

  Notify(
    app: string,
    replaces: number,
    _icon: string,
    summary: string,
    body: string,
    actions: string[],
    hints: Record<string, Variant>,
  ): number {
    const id = replaces || ++this.#last;
    const plain = Object.fromEntries(Object.entries(hints).map(([key, hint]) => [key, hint.value]));
    this.sent.push({ id, app, summary, body, actions, hints: plain });
    for (const wake of this.waiters.splice(0)) wake();
    return id;
  }
  CloseNotification(id: number): void {
    this.NotificationClosed(id, 3);
  }
  GetCapabilities(): string[] {
    return ['actions', 'body', 'persistence'];
  }
  GetServerInformation(): string[] {
    return ['nightguard-test', 'nightguard', '1.0', '1.2'];
  }
  ActionInvoked(id: number, key: string): [number, string] {
    return [id, key];
  }
  NotificationClosed(id: number, reason: number): [number, number] {
    return [id, reason];
  }
}
NotificationsInterface.configureMembers({
  methods: {
    Notify: { inSignature: 'susssasa{sv}i', outSignature: 'u' },
    CloseNotification: { inSignature: 'u' },
    GetCapabilities: { outSignature: 'as' },
    GetServerInformation: { outSignature: 'ssss' },
  },
  signals: { ActionInvoked: { signature: 'us' }, NotificationClosed: { signature: 'uu' } },
});

/** A desktop's notification service on the session bus: keeps what it was sent, and clicks when it is told to. */
export async function startNotificationServer() {
  const bus = dbus.sessionBus();
  const service = new NotificationsInterface(NAME);
  bus.export(PATH, service);
  const answer = await bus.requestName(NAME, 0);
  if (answer !== dbus.RequestNameReply.PRIMARY_OWNER) throw new Error(`Somebody else is ${NAME} on this bus`);
  return {
    sent: service.sent,
    forget: () => void service.sent.splice(0),
    click(id: number): void {
      service.ActionInvoked(id, 'default');
      service.NotificationClosed(id, DISMISSED);
    },
    /** The first notification that fits, whether it came already or comes within ten seconds. */
    async waitFor(fits: (sent: SentNotification) => boolean, timeoutMs = 10_000): Promise<SentNotification> {
      const deadline = AbortSignal.timeout(timeoutMs);
      for (;;) {
        const found = service.sent.find(fits);
        if (found !== undefined) return found;
        await new Promise<void>((resolve, reject) => {
          service.waiters.push(resolve);
          deadline.addEventListener('abort', () => reject(new Error(`No such notification among ${inspect(service.sent)}`)));
        });
      }
    },
    close: () => bus.disconnect(),
  };
}
export type NotificationServer = Awaited<ReturnType<typeof startNotificationServer>>;
