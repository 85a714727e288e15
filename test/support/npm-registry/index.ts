import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

export interface PackageOptions {
  name: string;
  version: string;
  dependencies?: Record<string, string>;
  files?: Record<string, string>;
  scripts?: Record<string, string>;
  releasedAt?: string;
}

interface Published {
  manifest: Record<string, unknown> & {
    name: string;
    version: string;
    dist: { tarball: string; integrity: string; shasum: string };
  };
  tarball: Buffer;
  releasedAt: string;
}

/** `lying`: tarballs are other bytes than their sums say. `no-audit`: the audit endpoint refuses. */
export type RegistryFault = 'down' | 'server-error' | 'lying' | 'no-audit' | null;

/** A real npm registry on loopback: packuments with times, tarballs, and the bulk audit endpoint. */
export interface NpmRegistry {
  url: string;
  fault: RegistryFault;
  requests: string[];
  /** What the audit endpoint knows, by package. */
  audits: Record<string, { id: number; url: string; title: string; severity: string; vulnerable_versions: string }[]>;
  add(options: PackageOptions): void;
  dispose(): Promise<void>;
}

export async function startNpmRegistry(): Promise<NpmRegistry> {
  const published: Published[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    registry.requests.push(`${request.method} ${path}`);
    const json = (status: number, value: unknown): void =>
      void response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
    if (registry.fault === 'down') return void request.socket.destroy();
    if (registry.fault === 'server-error') return json(500, { error: 'broken' });
    if (path.startsWith('/-/npm/v1/security/')) {
      request.resume();
      if (registry.fault === 'no-audit') return json(404, { error: 'not found' });
      return path.includes('advisories/bulk') ? json(200, registry.audits) : json(404, {});
    }
    const tarball = published.find(({ manifest }) => manifest.dist.tarball === `${registry.url}${path}`);
    if (tarball !== undefined) {
      const bytes = registry.fault === 'lying' ? Buffer.alloc(tarball.tarball.length, 'x') : tarball.tarball;
      return void response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(bytes);
    }
    const versions = published.filter(({ manifest }) => `/${manifest.name}` === path);
    if (versions.length === 0) return json(404, { error: 'not found' });
    json(200, packument(versions));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const registry: NpmRegistry = {
    url,
    fault: null,
    requests: [],
    audits: {},
    add({ name, version, dependencies = {}, files, scripts, releasedAt = '2026-01-01T00:00:00.000Z' }) {
      const own = { name, version, main: 'index.js', dependencies, ...(scripts === undefined ? {} : { scripts }) };
      const tarball = pack({
        'package.json': JSON.stringify(own),
        ...(files ?? { 'index.js': `module.exports = '${version}';\n` }),
      });
      const sum = (algorithm: string, encoding: 'hex' | 'base64'): string =>
        createHash(algorithm).update(tarball).digest(encoding);
      const file = `${url}/${name}/-/${name.split('/').at(-1) ?? name}-${version}.tgz`;
      const dist = { tarball: file, integrity: `sha512-${sum('sha512', 'base64')}`, shasum: sum('sha1', 'hex') };
      published.push({ manifest: { ...own, dist }, tarball, releasedAt });
    },
    async dispose() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return registry;
}

const packument = (list: readonly Published[]): object => ({
  name: list[0]?.manifest.name,
  'dist-tags': { latest: list.at(-1)?.manifest.version },
  versions: Object.fromEntries(list.map(({ manifest }) => [manifest.version, manifest])),
  time: Object.fromEntries(list.map(({ manifest, releasedAt }) => [manifest.version, releasedAt])),
});

/** A gzipped tar archive (ustar) of a few small files below `package/`. */
function pack(files: Record<string, string>): Buffer {
  const blocks = Object.entries(files).flatMap(([path, text]) => {
    const data = Buffer.from(text);
    return [header(`package/${path}`, data.length), data, Buffer.alloc((512 - (data.length % 512)) % 512)];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

function header(path: string, size: number): Buffer {
  const block = Buffer.alloc(512);
  const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\0`;
  block.write(path, 0);
  block.write(octal(0o644, 8), 100);
  block.write(octal(0, 8), 108);
  block.write(octal(0, 8), 116);
  block.write(octal(size, 12), 124);
  block.write(octal(0, 12), 136);
  block.write(' '.repeat(8), 148);
  block.write('0', 156);
  block.write('ustar\0', 257, 'latin1');
  block.write('00', 263);
  block.write(
    `${octal(
      block.reduce((sum, byte) => sum + byte, 0),
      7,
    )} `,
    148,
  );
  return block;
}
