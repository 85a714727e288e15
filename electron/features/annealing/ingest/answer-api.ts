import type { IncomingMessage } from 'node:http';
import type { ApiAnswer, LoopbackApi } from '../../../kernel/ports/loopback-api.ts';
import { readBody, type Held } from './read-body.ts';
import { isToken } from './sender.ts';

/** More than any message of an agent needs. Bytes. */
const LIMITS = { sent: 128_000, expanded: 256_000 };

const refuse = (status: number, detail: string, headers: Record<string, string> = {}): ApiAnswer => ({
  status,
  body: { detail },
  headers,
});

/** What programs ask besides the Sentry protocol, on the same port and with the same token. */
export async function answerApi(
  request: IncomingMessage,
  url: URL,
  { token, api, held }: { token: string; api: LoopbackApi; held: Held },
): Promise<ApiAnswer> {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
  // Who does not know the token does not learn which paths there are.
  if (!isToken(bearer, token)) return refuse(401, 'the token is missing or not known', { 'WWW-Authenticate': 'Bearer' });
  const read = await readBody(request, LIMITS, held);
  if (!read.ok) return refuse(read.status, read.reason);
  const body = read.bytes.length === 0 ? undefined : parse(read.bytes);
  if (body === NO_JSON) return refuse(400, 'the body is no JSON');
  const answer = await api.answer({ method: request.method ?? 'GET', path: url.pathname, query: url.searchParams, body });
  return answer ?? refuse(404, 'not found');
}

const NO_JSON = Symbol('no JSON');

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return NO_JSON;
  }
}
