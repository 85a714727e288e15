import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type OsvFault = 'down' | 'server-error' | 'too-many-requests' | 'hangs' | 'garbage' | 'short' | 'no-details' | null;

export interface OsvRange {
  type: string;
  events: Record<string, string>[];
}

export interface OsvAffected {
  package: { ecosystem: string; name: string };
  ranges?: OsvRange[];
  versions?: string[];
}

export interface OsvEntry {
  id: string;
  aliases?: string[];
  summary?: string;
  withdrawn?: string;
  severity?: { type: string; score: string }[];
  database_specific?: Record<string, unknown>;
  affected: OsvAffected[];
  /** What the record itself shows of that, where the service knows more. */
  shown?: OsvAffected[];
}

/** An OSV service on loopback. It answers a version by its `versions` lists only, and a package without version with everything. */
export interface OsvServer {
  url: string;
  fault: OsvFault;
  /** How many requests are answered with the fault before all is well; Infinity: all. */
  faults: number;
  /** Which requests the fault is for; all, unless it is said. */
  isFaulty: (request: { path: string; body: unknown }) => boolean;
  /** Ids of one answer; more come by page. */
  pageSize: number;
  entries: OsvEntry[];
  requests: { path: string; body: unknown }[];
  dispose(): Promise<void>;
}

interface Query {
  package: { ecosystem: string; name: string };
  version?: string;
  page_token?: string;
}

export async function startOsvServer(): Promise<OsvServer> {
  const server = createServer((request, response) => void respond(request, response));
  const matches = (entry: OsvEntry, { package: wanted, version }: Query): boolean =>
    entry.affected.some(
      ({ package: one, versions }) =>
        one.ecosystem === wanted.ecosystem &&
        one.name === wanted.name &&
        (version === undefined || versions?.includes(version) === true),
    );
  const resultOf = (query: Query): unknown => {
    const from = Number(query.page_token ?? 0);
    const found = osv.entries.filter((entry) => matches(entry, query));
    const page = found.slice(from, from + osv.pageSize).map(({ id }) => ({ id, modified: '2026-01-01T00:00:00Z' }));
    return { vulns: page, ...(found.length > from + osv.pageSize ? { next_page_token: String(from + osv.pageSize) } : {}) };
  };

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const path = request.url ?? '';
    const body: unknown = text === '' ? null : JSON.parse(text);
    osv.requests.push({ path, body });
    const json = (value: unknown): void =>
      void response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
    if (
      osv.fault !== null &&
      osv.faults > 0 &&
      osv.isFaulty({ path, body }) &&
      (osv.fault !== 'no-details' || path.startsWith('/v1/vulns/'))
    ) {
      osv.faults -= 1;
      if (osv.fault === 'down') return void request.socket.destroy();
      if (osv.fault === 'hangs') return;
      if (osv.fault === 'server-error' || osv.fault === 'no-details') return void response.writeHead(500).end('broken');
      if (osv.fault === 'too-many-requests') return void response.writeHead(429, { 'Retry-After': '0' }).end();
      if (osv.fault === 'short') return json({ results: [] });
      return json({ hello: 'world' });
    }
    if (path === '/v1/querybatch') return json({ results: (body as { queries: Query[] }).queries.map(resultOf) });
    const entry = osv.entries.find(({ id }) => path === `/v1/vulns/${encodeURIComponent(id)}`);
    if (entry === undefined) return void response.writeHead(404).end();
    const { shown, ...record } = entry;
    json(shown === undefined ? record : { ...record, affected: shown });
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const osv: OsvServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fault: null,
    faults: Infinity,
    isFaulty: () => true,
    pageSize: 1000,
    entries: [],
    requests: [],
    async dispose() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return osv;
}

/** An advisory for a package of PyPI or npm that is fixed in a version, or in none. */
export const advisory = (
  id: string,
  ecosystem: 'PyPI' | 'npm',
  name: string,
  { fixed, versions, ...more }: { fixed?: string; versions: string[] } & Partial<OsvEntry>,
): OsvEntry => ({
  id,
  summary: `${name} is vulnerable`,
  database_specific: { severity: 'HIGH' },
  ...more,
  affected: [
    {
      package: { ecosystem, name },
      versions,
      ranges: [
        {
          type: ecosystem === 'npm' ? 'SEMVER' : 'ECOSYSTEM',
          events: [{ introduced: '0' }, ...(fixed === undefined ? [] : [{ fixed }])],
        },
      ],
    },
  ],
});
