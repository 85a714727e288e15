import type { Receiver } from '../../electron/ipc/bind.ts';
import type { Reply } from '../../shared/ipc/contract.ts';

/** Asks a channel as the window would that is trusted. */
export type Ask = (channel: string, input: unknown) => Promise<Reply<unknown>>;

/** Binds without Electron, and gives the way to ask. */
export function boundTo(bind: (receiver: Receiver<null>) => unknown): Ask {
  const listeners = new Map<string, (event: null, input: unknown) => Promise<unknown>>();
  bind({
    handle: (channel, listener) => void listeners.set(channel, listener),
    removeHandler: (channel) => void listeners.delete(channel),
  });
  return async (channel, input) => {
    const listener = listeners.get(channel);
    if (listener === undefined) throw new Error(`Nobody answers ${channel}`);
    return (await listener(null, input)) as Reply<unknown>;
  };
}
