import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that gives what a publisher put there, on 127.0.0.1. */
export async function startUpdateServer() {
  let files: Readonly<Record<string, string | Uint8Array>> = {};
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    const body = files[name];
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    serve: (published: typeof files) => void (files = published),
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}
