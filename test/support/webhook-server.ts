import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { AlertMessage } from '../../shared/model/alerts.ts';

/** A webhook on the loopback that keeps what it is sent. */
export interface WebhookServer {
  url: string;
  seen: (AlertMessage & { title: string; lines: string[] })[];
  /** Status of the answers from now on. */
  answer(status: number): void;
  close(): void;
}

export async function startWebhook(): Promise<WebhookServer> {
  const seen: WebhookServer['seen'] = [];
  let status = 200;
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = (await json(request)) as WebhookServer['seen'][number];
    // What is refused was not received.
    if (status === 200) seen.push(body);
    response.writeHead(status).end();
  };
  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    seen,
    answer: (next) => void (status = next),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
