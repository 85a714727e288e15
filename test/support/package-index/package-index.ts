import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { distributionKey } from '../../../electron/kernel/python/names.ts';
import { simplePage, type Published } from './simple-page.ts';
import { buildWheel, type Wheel, type WheelOptions } from './wheel.ts';

/**
 * `down`: every connection is cut. `lying`: files are other bytes than their hashes say. `slow`: files come a few bytes at a time and never
 * end by themselves. `cut`: files end half-way.
 */
export type IndexFault = 'down' | 'lying' | 'slow' | 'cut' | 'too-many-requests' | 'server-error' | null;

export interface PackageIndex {
  /** Of the simple pages (PEP 503 and, where asked for, PEP 691). */
  url: string;
  fault: IndexFault;
  /** `METHOD /path` of every request so far. */
  requests: string[];
  add(options: WheelOptions, extra?: { uploadTime?: string }): Wheel;
  yank(name: string, version: string, reason?: string): void;
  /** Environment with which pip and uv ask this index and nothing else, whatever the machine is set to. */
  environment: Record<string, string | undefined>;
  /** Resolves when a file has begun to be sent. */
  sending(): Promise<void>;
  dispose(): Promise<void>;
}

/** A real package index on loopback. */
export async function startPackageIndex(): Promise<PackageIndex> {
  const published: Published[] = [];
  let onSending: (() => void)[] = [];
  const server = createServer((request, response) => {
    index.requests.push(`${request.method} ${request.url}`);
    respond(request, response);
  });

  function respond(request: IncomingMessage, response: ServerResponse): void {
    if (index.fault === 'down') return void request.socket.destroy();
    if (index.fault === 'too-many-requests') return void response.writeHead(429, { 'Retry-After': '1' }).end();
    if (index.fault === 'server-error') return void response.writeHead(500).end('broken');
    const [, kind, name = ''] = (request.url ?? '').split('/');
    if (kind === 'simple') {
      const files = published.filter(({ wheel }) => wheel.key === distributionKey(name));
      if (files.length === 0) return void response.writeHead(404).end();
      const page = simplePage(name, files, request.headers.accept ?? '');
      return void response.writeHead(200, { 'Content-Type': page.type }).end(page.body);
    }
    const wheel = published.find((item) => kind === 'files' && item.wheel.fileName === name)?.wheel;
    if (wheel === undefined) return void response.writeHead(404).end();
    sendFile(wheel, response);
    for (const tell of onSending) tell();
    onSending = [];
  }

  function sendFile({ bytes }: Wheel, response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': bytes.length });
    if (index.fault === 'slow') response.write(bytes.subarray(0, 16));
    else if (index.fault === 'cut') response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
    else response.end(index.fault === 'lying' ? Buffer.alloc(bytes.length, 'x') : bytes);
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/simple/`;
  const index: PackageIndex = {
    url,
    fault: null,
    requests: [],
    environment: environmentFor(url),
    add(options, { uploadTime = '2026-01-01T00:00:00Z' } = {}) {
      const wheel = buildWheel(options);
      published.push({ wheel, uploadTime, yanked: null });
      return wheel;
    },
    yank(name, version, reason = 'broken') {
      for (const item of published)
        if (item.wheel.key === distributionKey(name) && item.wheel.version === version) item.yanked = reason;
    },
    sending: () => new Promise((resolve) => onSending.push(resolve)),
    async dispose() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return index;
}

const environmentFor = (url: string): PackageIndex['environment'] => ({
  PIP_CONFIG_FILE: process.platform === 'win32' ? 'nul' : '/dev/null',
  PIP_INDEX_URL: url,
  PIP_EXTRA_INDEX_URL: undefined,
  PIP_FIND_LINKS: undefined,
  PIP_NO_CACHE_DIR: '1',
  PIP_RETRIES: '0',
  PIP_DEFAULT_TIMEOUT: '5',
  PIP_DISABLE_PIP_VERSION_CHECK: '1',
  UV_DEFAULT_INDEX: url,
  UV_NO_CONFIG: '1',
  UV_NO_CACHE: '1',
  HTTP_PROXY: undefined,
  HTTPS_PROXY: undefined,
  http_proxy: undefined,
  https_proxy: undefined,
});
