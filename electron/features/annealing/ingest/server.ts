import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Disposable } from '../../../kernel/disposables.ts';
import { AppError, errnoOf, messageOf } from '../../../kernel/errors.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import { receive, type Answer, type Receiver } from './receive.ts';

export interface IngestServer extends Disposable {
  port: number;
}

/** Requests that are read at the same time: each may hold a body in memory. */
const AT_ONCE = 32;
const MAX_CONNECTIONS = 256;
/** Bytes that may wait for a reader. */
const MOST_UNREAD = 1_000_000;

/** Listens on 127.0.0.1 only. @throws AppError `usage` when the port is taken */
export function openIngestServer(port: number, receiver: Omit<Receiver, 'port' | 'held'>, log: Log): Promise<IngestServer> {
  let reading = 0;
  let actual = port;
  const full: Receiver = {
    ...receiver,
    held: { large: 0 },
    port: () => actual,
    isBusy: () => reading > AT_ONCE || receiver.isBusy(),
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    reading += 1;
    try {
      const given = await receive(request, full);
      if ('stream' in given) stream(request, response, given);
      else send(request, response, given);
    } catch (error) {
      log.write('warn', 'a report could not be taken', { error: messageOf(error) });
      // Not a word of ours to the sender: it will send again, or not.
      send(request, response, { status: 503, body: { detail: 'try again' }, headers: { 'Retry-After': '10' } });
    } finally {
      reading -= 1;
    }
  };

  const server = createServer((request, response) => void answer(request, response));
  server.maxConnections = MAX_CONNECTIONS;
  server.headersTimeout = 10_000;
  server.requestTimeout = 60_000;
  server.keepAliveTimeout = 5000;
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const reason = errnoOf(error) === 'EADDRINUSE' ? `port ${port} is taken: set annealing.ingest.port` : messageOf(error);
      reject(new AppError('usage', `Errors cannot be received: ${reason}.`, { cause: error }));
    });
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      actual = (server.address() as AddressInfo).port;
      server.on('error', (error) => log.write('error', 'the ingest server has trouble', { error: messageOf(error) }));
      resolve({
        port: actual,
        dispose: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

/** Goes on until the reader leaves: one that does not read what is written is let go. */
function stream(
  request: IncomingMessage,
  response: ServerResponse,
  { stream: begin }: Extract<Answer, { stream: unknown }>,
): void {
  const left = new AbortController();
  response.once('close', () => left.abort());
  response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' });
  request.socket.setTimeout(0);
  begin((text) => {
    if (!response.write(text) && response.writableLength > MOST_UNREAD) response.destroy();
  }, left.signal);
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, body, contentType = 'application/json', headers = {} }: Exclude<Answer, { stream: unknown }>,
): void {
  if (response.destroyed || response.headersSent) return;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  // What was not read of the body would be taken for the next request.
  const close = request.complete ? {} : { Connection: 'close' };
  response.writeHead(status, {
    'Content-Type': contentType,
    'Content-Length': Buffer.byteLength(text),
    ...close,
    ...headers,
  });
  response.end(text);
}
