import { timingSafeEqual, createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Whether a request comes from a program of this machine, and not from a web page that a browser shows. */
export function isFromHere(request: IncomingMessage, port: number): boolean {
  const { host, origin } = request.headers;
  if (origin !== undefined || request.headers['sec-fetch-site'] !== undefined) return false;
  // A page whose name was rebound to 127.0.0.1 still sends its own name.
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}

/** The key that a request names, in its header or its address; null where only the envelope itself may have it. */
export function keyOf(request: IncomingMessage, url: URL): string | null {
  const auth = request.headers['x-sentry-auth'];
  const header = /(?:^|[\s,])sentry_key=([^,\s]+)/.exec(typeof auth === 'string' ? auth : '')?.[1];
  return header ?? url.searchParams.get('sentry_key');
}

/** The key in an envelope's own dsn. */
export function keyOfDsn(dsn: string | null): string | null {
  if (dsn === null || !URL.canParse(dsn)) return null;
  const { username } = new URL(dsn);
  return username === '' ? null : username;
}

/** Takes the same time whatever is wrong. */
export const isToken = (key: string | null, token: string): boolean => timingSafeEqual(digest(key ?? ''), digest(token));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
