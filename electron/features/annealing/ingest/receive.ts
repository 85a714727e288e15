import type { IncomingMessage } from 'node:http';
import type { ApiAnswer, LoopbackApi } from '../../../kernel/ports/loopback-api.ts';
import { answerApi } from './answer-api.ts';
import type { CheckIn } from './check-in.ts';
import { readCheckIn } from './check-in.ts';
import { readEnvelope, readJson, type EnvelopeItem } from './envelope.ts';
import { readBody, type BodyLimits, type Held } from './read-body.ts';
import { isFromHere, isToken, keyOf, keyOfDsn } from './sender.ts';
import { readSentryEvent, type SentryEvent } from './sentry-event.ts';

/** An answer of the Sentry protocol, or of the interface beside it. */
export type Answer = ApiAnswer;

export interface Receiver {
  /** What else may be asked on this port. */
  api: LoopbackApi;
  port: () => number;
  token: string;
  /** Resolves when they are durable. */
  onEvents: (events: readonly SentryEvent[]) => Promise<void>;
  onCheckIn: (checkIn: CheckIn) => void;
  held: Held;
  /** More waits to be written than is good. */
  isBusy: () => boolean;
}

/** As Sentry's own relay has them: bytes as sent, expanded, and of one event. */
export const LIMITS = { sent: 20_000_000, expanded: 100_000_000, event: 1_000_000 } as const;
/** Before it is known who sends: an envelope that carries its key inside. */
const UNKNOWN_SENDER: BodyLimits = { sent: 1_000_000, expanded: 4_000_000 };
const PATH = /^\/api\/\d{1,20}\/(?<kind>envelope|store)\/?$/;

const refuse = (status: number, detail: string, headers: Record<string, string> = {}): Answer => ({
  status,
  body: { detail },
  headers,
});

/** The answer to one request. Throws only what the connection throws. */
export async function receive(request: IncomingMessage, receiver: Receiver): Promise<Answer> {
  const url = URL.parse(request.url ?? '/', 'http://127.0.0.1');
  if (!isFromHere(request, receiver.port())) return refuse(403, 'only programs on this machine may report');
  if (url === null) return refuse(400, 'not an address');
  const kind = PATH.exec(url.pathname)?.groups?.['kind'];
  if (kind === undefined) return answerApi(request, url, receiver);
  if (request.method !== 'POST') return refuse(405, 'method not allowed', { Allow: 'POST' });
  const key = keyOf(request, url);
  if (key !== null && !isToken(key, receiver.token)) return refuse(403, 'the key is not known');
  if (receiver.isBusy()) return refuse(429, 'too many events', { 'Retry-After': '5' });
  const body = await readBody(request, key === null ? UNKNOWN_SENDER : LIMITS, receiver.held);
  if (!body.ok) return refuse(body.status, body.reason, body.status === 429 ? { 'Retry-After': '5' } : {});
  // Older SDKs send one event without an envelope: sentry-sdk for Python 1.x, as Debian has it.
  if (kind === 'store')
    return key === null ? refuse(403, 'the key is missing') : take([{ type: 'event', payload: body.bytes }], null, receiver);
  const envelope = readEnvelope(body.bytes);
  if (!envelope.ok) return key === null ? refuse(403, 'the key is missing') : refuse(400, envelope.reason);
  if (key === null && !isToken(keyOfDsn(envelope.dsn), receiver.token)) return refuse(403, 'the key is not known');
  return take(envelope.items, envelope.eventId, receiver);
}

/** Items of kinds that are not known are skipped: SDKs send more than errors. */
async function take(items: readonly EnvelopeItem[], envelopeId: string | null, receiver: Receiver): Promise<Answer> {
  const events: SentryEvent[] = [];
  for (const { type, payload } of items) {
    if (type === 'check_in') {
      const checkIn = readCheckIn(readJson(payload));
      if (checkIn === null) return refuse(400, 'invalid check_in payload');
      receiver.onCheckIn(checkIn);
    }
    if (type !== 'event') continue;
    if (payload.length > LIMITS.event) return refuse(413, 'the event is too large');
    const value = readJson(payload);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(400, 'invalid event payload');
    const event = readSentryEvent(value);
    if (event !== null) events.push({ ...event, id: event.id ?? envelopeId });
  }
  await receiver.onEvents(events);
  const id = envelopeId ?? events[0]?.id ?? null;
  return { status: 200, body: id === null ? {} : { id } };
}
