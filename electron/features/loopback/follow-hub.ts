import type { Clock } from '../../kernel/clock.ts';
import type { ReceivedMessage } from '../../kernel/hub/read-hub.ts';

interface Follower {
  hub: (since: number) => readonly ReceivedMessage[];
  clock: Clock;
  write: (text: string) => void;
  signal: AbortSignal;
}

/** The folder is looked at this often while somebody listens, and never otherwise. Milliseconds. */
const LOOK_MS = 1000;
/** Readers and what lies between them drop a connection that says nothing. Milliseconds. */
const ALIVE_MS = 15_000;
/** A file's time may be a little before the moment at which it can be read. Milliseconds. */
const MARGIN_MS = 5000;

/** Writes each new message of the hub once, as a server-sent event, until the reader leaves. */
export function follow({ hub, clock, write, signal }: Follower): void {
  const began = clock.now();
  const told = new Set(hub(began - MARGIN_MS).map(({ id }) => id));
  let aliveAt = began;
  let isReadable = true;
  /** Null while it cannot be read, which a listener is told once: silence would mean that there is nothing. */
  const recentAt = (now: number): readonly ReceivedMessage[] | null => {
    try {
      const recent = hub(now - MARGIN_MS * 2);
      isReadable = true;
      return recent;
    } catch {
      if (isReadable) write('event: unreadable\ndata: {}\n\n');
      isReadable = false;
      return null;
    }
  };
  const tell = (recent: readonly ReceivedMessage[]): void => {
    for (const message of recent.filter(({ id }) => !told.has(id))) {
      told.add(message.id);
      write(`event: hub\nid: ${encodeURIComponent(message.id)}\ndata: ${JSON.stringify(message)}\n\n`);
    }
    const live = new Set(recent.map(({ id }) => id));
    for (const id of told) if (!live.has(id)) told.delete(id);
  };
  let cancel: () => void = () => undefined;
  const look = (): void => {
    if (signal.aborted) return;
    const now = clock.now();
    const recent = recentAt(now);
    if (recent !== null) tell(recent);
    if (now - aliveAt >= ALIVE_MS) {
      write(': still here\n\n');
      aliveAt = now;
    }
    cancel = clock.after(LOOK_MS, look);
  };
  write('retry: 2000\n\n');
  cancel = clock.after(LOOK_MS, look);
  signal.addEventListener('abort', () => cancel(), { once: true });
}
