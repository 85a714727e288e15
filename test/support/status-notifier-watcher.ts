import dbus from 'dbus-next';

export const WATCHER = 'org.kde.StatusNotifierWatcher';
export const WATCHER_PATH = '/StatusNotifierWatcher';

/** The list of tray icons that a desktop panel keeps. */
export class StatusNotifierWatcher extends dbus.interface.Interface {
  readonly #items: string[] = [];

  constructor() {
    super(WATCHER);
  }
  announce(item: string): void {
    this.#items.push(item);
    this.StatusNotifierItemRegistered(item);
  }
  RegisterStatusNotifierItem(_service: string): void {
    // The host reads it from the message, which knows the sender.
  }
  RegisterStatusNotifierHost(_service: string): void {
    // There is one host, and it is us.
  }
  get RegisteredStatusNotifierItems(): string[] {
    return this.#items;
  }
  get IsStatusNotifierHostRegistered(): boolean {
    return true;
  }
  get ProtocolVersion(): number {
    return 0;
  }
  StatusNotifierItemRegistered(service: string): string {
    return service;
  }
  StatusNotifierItemUnregistered(service: string): string {
    return service;
  }
  StatusNotifierHostRegistered(): void {
    // A signal without content.
  }
}
StatusNotifierWatcher.configureMembers({
  methods: { RegisterStatusNotifierItem: { inSignature: 's' }, RegisterStatusNotifierHost: { inSignature: 's' } },
  properties: {
    RegisteredStatusNotifierItems: { signature: 'as', access: 'read' },
    IsStatusNotifierHostRegistered: { signature: 'b', access: 'read' },
    ProtocolVersion: { signature: 'i', access: 'read' },
  },
  signals: {
    StatusNotifierItemRegistered: { signature: 's' },
    StatusNotifierItemUnregistered: { signature: 's' },
    StatusNotifierHostRegistered: { signature: '' },
  },
});
