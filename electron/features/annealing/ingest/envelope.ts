import { z } from 'zod';

export interface EnvelopeItem {
  type: string;
  payload: Buffer;
}

/** `dsn` of the envelope's own header, where it is the only place of the key. */
export type Envelope =
  | { ok: true; eventId: string | null; dsn: string | null; items: EnvelopeItem[] }
  | { ok: false; reason: string };

/** More items than any SDK sends: each costs a JSON header. */
const MAX_ITEMS = 1000;
const NEWLINE = 0x0a;

const headerSchema = z.looseObject({
  event_id: z.string().optional().catch(undefined),
  dsn: z.string().optional().catch(undefined),
});
const itemHeaderSchema = z.looseObject({ type: z.string().min(1), length: z.number().int().nonnegative().nullish() });

/** Takes an envelope apart, as https://develop.sentry.dev/sdk/data-model/envelopes/ has it. Pure. */
export function readEnvelope(body: Buffer): Envelope {
  const first = lineAt(body, 0);
  const header = headerSchema.safeParse(readJson(first.line));
  if (body.length === 0) return bad('empty envelope');
  if (!header.success) return bad('invalid envelope header');
  const items: EnvelopeItem[] = [];
  let at = first.next;
  while (at < body.length) {
    const { line, next } = lineAt(body, at);
    // Empty lines at the end are allowed.
    if (line.length === 0 && isBlank(body, at)) break;
    const item = itemHeaderSchema.safeParse(readJson(line));
    if (!item.success) return bad('invalid item header');
    const { type, length } = item.data;
    const payload = payloadAt(body, next, length ?? null);
    if (payload === null) return bad('unexpected end of file');
    items.push({ type, payload: payload.bytes });
    if (items.length > MAX_ITEMS) return bad('too many items');
    at = payload.next;
  }
  return { ok: true, eventId: header.data.event_id ?? null, dsn: header.data.dsn ?? null, items };
}

const bad = (reason: string): Envelope => ({ ok: false, reason });

function lineAt(body: Buffer, at: number): { line: Buffer; next: number } {
  const end = body.indexOf(NEWLINE, at);
  return end < 0 ? { line: body.subarray(at), next: body.length } : { line: body.subarray(at, end), next: end + 1 };
}

function payloadAt(body: Buffer, at: number, length: number | null): { bytes: Buffer; next: number } | null {
  if (length === null) {
    const { line, next } = lineAt(body, at);
    return { bytes: line, next };
  }
  const end = at + length;
  if (end > body.length || (end < body.length && body[end] !== NEWLINE)) return null;
  return { bytes: body.subarray(at, end), next: end + 1 };
}

const isBlank = (body: Buffer, at: number): boolean =>
  body.subarray(at).every((byte) => byte === NEWLINE || byte === 0x0d || byte === 0x20);

/** Undefined when it is no JSON. */
export function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    // Whoever asks has an answer for what is malformed.
    return undefined;
  }
}
