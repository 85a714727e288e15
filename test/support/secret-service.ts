import dbus, { type Variant } from 'dbus-next';

const NAME = 'org.freedesktop.secrets';
const ROOT = '/org/freedesktop/secrets';
const COLLECTION = `${ROOT}/collection/login`;
const SESSION = `${ROOT}/session/1`;
const NO_PROMPT = '/';

/** Session, parameters, value, content type. */
type Secret = [string, Buffer, Buffer, string];

class ItemInterface extends dbus.interface.Interface {
  readonly attributes: Record<string, string>;
  #secret: Secret;

  constructor(attributes: Record<string, string>, secret: Secret) {
    super('org.freedesktop.Secret.Item');
    this.attributes = attributes;
    this.#secret = secret;
  }
  GetSecret(session: string): Secret {
    const [, parameters, value, type] = this.#secret;
    return [session, parameters, value, type];
  }
  SetSecret(secret: Secret): void {
    this.#secret = secret;
  }
  get Locked(): boolean {
    return false;
  }
}
ItemInterface.configureMembers({
  methods: {
    GetSecret: { inSignature: 'o', outSignature: '(oayays)' },
    SetSecret: { inSignature: '(oayays)' },
  },
  properties: { Locked: { signature: 'b', access: 'read' } },
});

class CollectionInterface extends dbus.interface.Interface {
  readonly items = new Map<string, ItemInterface>();
  readonly #bus: dbus.MessageBus;

  constructor(bus: dbus.MessageBus) {
    super('org.freedesktop.Secret.Collection');
    this.#bus = bus;
  }
  SearchItems(wanted: Record<string, string>): string[] {
    const fits = ({ attributes }: ItemInterface): boolean =>
      Object.entries(wanted).every(([key, value]) => attributes[key] === value);
    return [...this.items].filter(([, item]) => fits(item)).map(([path]) => path);
  }
  CreateItem(properties: Record<string, Variant>, secret: Secret, _replace: boolean): [string, string] {
    const attributes = (properties['org.freedesktop.Secret.Item.Attributes']?.value ?? {}) as Record<string, string>;
    const path = `${COLLECTION}/${this.items.size + 1}`;
    const item = new ItemInterface(attributes, secret);
    this.items.set(path, item);
    this.#bus.export(path, item);
    return [path, NO_PROMPT];
  }
  get Locked(): boolean {
    return false;
  }
  get Label(): string {
    return 'Login';
  }
}
CollectionInterface.configureMembers({
  methods: {
    SearchItems: { inSignature: 'a{ss}', outSignature: 'ao' },
    CreateItem: { inSignature: 'a{sv}(oayays)b', outSignature: 'oo' },
  },
  properties: { Locked: { signature: 'b', access: 'read' }, Label: { signature: 's', access: 'read' } },
});

class ServiceInterface extends dbus.interface.Interface {
  readonly #collection: CollectionInterface;

  constructor(collection: CollectionInterface) {
    super('org.freedesktop.Secret.Service');
    this.#collection = collection;
  }
  OpenSession(_algorithm: string, _input: Variant): [Variant, string] {
    return [new dbus.Variant('s', ''), SESSION];
  }
  ReadAlias(_name: string): string {
    return COLLECTION;
  }
  SearchItems(wanted: Record<string, string>): [string[], string[]] {
    return [this.#collection.SearchItems(wanted), []];
  }
  Unlock(paths: string[]): [string[], string] {
    return [paths, NO_PROMPT];
  }
  get Collections(): string[] {
    return [COLLECTION];
  }
}
ServiceInterface.configureMembers({
  methods: {
    OpenSession: { inSignature: 'sv', outSignature: 'vo' },
    ReadAlias: { inSignature: 's', outSignature: 'o' },
    SearchItems: { inSignature: 'a{ss}', outSignature: 'aoao' },
    Unlock: { inSignature: 'ao', outSignature: 'aoo' },
  },
  properties: { Collections: { signature: 'ao', access: 'read' } },
});

/** A desktop's keyring on the session bus, unlocked, kept in memory. */
export async function startSecretService() {
  const bus = dbus.sessionBus();
  const collection = new CollectionInterface(bus);
  bus.export(ROOT, new ServiceInterface(collection));
  bus.export(COLLECTION, collection);
  const answer = await bus.requestName(NAME, 0);
  if (answer !== dbus.RequestNameReply.PRIMARY_OWNER) throw new Error(`Somebody else is ${NAME} on this bus`);
  return {
    /** What programs have asked it to keep. */
    kept: () => [...collection.items.values()].map(({ attributes }) => attributes),
    close: () => bus.disconnect(),
  };
}
export type SecretService = Awaited<ReturnType<typeof startSecretService>>;
