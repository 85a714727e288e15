import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export interface Call {
  method: string;
  parameters: Record<string, unknown>;
}

/** How the next call of a method is answered instead of well. */
export type Fault = { status: number; body?: unknown } | 'slow' | 'cut';

/** A Bot API on the loopback: what the bot says is kept, what a chat says is pushed. */
export interface TelegramServer {
  baseUrl: string;
  calls: Call[];
  /** Methods that were called, polls left out. */
  said(): Call[];
  fail(method: string, ...faults: Fault[]): void;
  /** A button is pressed. */
  press(callback: { from: number; chat: number; message: number; data: string }): void;
  polls(): number;
  close(): Promise<void>;
}

export async function startTelegramServer(): Promise<TelegramServer> {
  const calls: Call[] = [];
  const faults = new Map<string, Fault[]>();
  const updates: { update_id: number; callback_query: unknown }[] = [];
  const waiting = new Set<() => void>();
  let nextMessage = 100;
  let nextUpdate = 5000;

  const poll = async (offset: number, response: ServerResponse): Promise<unknown> => {
    const news = (): typeof updates => updates.filter((update) => update.update_id >= offset);
    if (news().length === 0)
      await new Promise<void>((resolve) => {
        waiting.add(resolve);
        response.once('close', resolve);
        setTimeout(resolve, 1000).unref();
      });
    return news();
  };
  const resultOf = (method: string, parameters: Record<string, unknown>, response: ServerResponse): unknown => {
    if (method === 'getUpdates') return poll(Number(parameters['offset'] ?? 0), response);
    if (method === 'sendMessage') return { message_id: nextMessage++, chat: { id: Number(parameters['chat_id']) } };
    return true;
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const method = request.url?.split('/').at(-1) ?? '';
    const parameters = (await json(request)) as Record<string, unknown>;
    calls.push({ method, parameters });
    const fault = faults.get(method)?.shift();
    if (fault === 'cut') return void request.socket.destroy();
    if (fault === 'slow') await new Promise((resolve) => setTimeout(resolve, 400));
    if (typeof fault === 'object') {
      response.writeHead(fault.status, { 'content-type': 'application/json' });
      return void response.end(
        typeof fault.body === 'string' ? fault.body : JSON.stringify(fault.body ?? { ok: false, error_code: fault.status }),
      );
    }
    const result = await resultOf(method, parameters, response);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ok: true, result }));
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    calls,
    said: () => calls.filter(({ method }) => method !== 'getUpdates'),
    fail: (method, ...more) => void faults.set(method, [...(faults.get(method) ?? []), ...more]),
    press({ from, chat, message, data }) {
      const id = nextUpdate++;
      const callback_query = {
        id: `q${id}`,
        from: { id: from, is_bot: false },
        message: { message_id: message, chat: { id: chat } },
        data,
      };
      updates.push({ update_id: id, callback_query });
      for (const wake of waiting) wake();
      waiting.clear();
    },
    polls: () => calls.filter(({ method }) => method === 'getUpdates').length,
    async close() {
      for (const wake of waiting) wake();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
