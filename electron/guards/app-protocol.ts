import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol, type Session } from 'electron';
import { errnoOf } from '../kernel/errors.ts';
import { fileOf, policyOf, SCHEME, type OwnPage } from './own-pages.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must run before the application is ready: a standard, secure scheme has an origin of its own. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }]);
}

/** Serves one page, built into `folder`, to its session, with a policy that forbids everything else. */
export function servePage(session: Session, page: OwnPage, folder: string): void {
  session.protocol.handle(SCHEME, async (request) => {
    const file = fileOf(page, folder, request.url);
    const type = file === undefined ? undefined : TYPES[extname(file)];
    if (request.method !== 'GET' || file === undefined || type === undefined) return new Response('Not found', { status: 404 });
    try {
      return new Response(await readFile(file), { headers: headersOf(page, type) });
    } catch (error) {
      if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'EISDIR') return new Response('Not found', { status: 404 });
      throw error;
    }
  });
}

const headersOf = (page: OwnPage, type: string): Record<string, string> => ({
  'content-type': type,
  'content-security-policy': policyOf(page),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
});
