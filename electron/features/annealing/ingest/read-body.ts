import type { IncomingMessage } from 'node:http';
import {
  brotliDecompressSync,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  type ZlibOptions,
} from 'node:zlib';
import type { Transform } from 'node:stream';

/** Bytes. */
export interface BodyLimits {
  sent: number;
  expanded: number;
}

export type Body = { ok: true; bytes: Buffer } | { ok: false; status: 400 | 413 | 415 | 429; reason: string };

/** Small bodies are expanded at once, which costs a tenth of a stream; up to this many bytes as sent and as expanded. */
const AT_ONCE = { sent: 256 * 1024, expanded: 4 * 1024 * 1024 };

/** How many large bodies are held in memory now. */
export interface Held {
  large: number;
}

/** More than this many of a hundred megabytes would be too much for a tray application. */
const LARGE_AT_ONCE = 2;

/** Reads a request's body and expands it. Limits hold while bytes come in and while they are expanded, not afterwards. */
export async function readBody(request: IncomingMessage, limits: BodyLimits, held: Held): Promise<Body> {
  const encoding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (!['identity', 'gzip', 'x-gzip', 'deflate', 'br', ''].includes(encoding))
    return { ok: false, status: 415, reason: 'unsupported content encoding' };
  if (Number(request.headers['content-length'] ?? 0) > limits.sent) return tooLarge;
  const sent = await collect(request, limits.sent);
  if (sent === null) return tooLarge;
  if (encoding === 'identity' || encoding === '') return sent.length > limits.expanded ? tooLarge : { ok: true, bytes: sent };
  if (sent.length <= AT_ONCE.sent) {
    const quick = expandAtOnce(encoding, sent, Math.min(AT_ONCE.expanded, limits.expanded));
    if (quick !== null) return quick;
  }
  if (held.large >= LARGE_AT_ONCE) return { ok: false, status: 429, reason: 'too many large envelopes' };
  held.large += 1;
  try {
    return await expand(encoding, sent, limits.expanded);
  } finally {
    held.large -= 1;
  }
}

const tooLarge: Body = { ok: false, status: 413, reason: 'too large' };
const malformed: Body = { ok: false, status: 400, reason: 'malformed compression' };

async function collect(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  // Destroying the request would destroy the answer with it.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limit) return null;
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, length);
}

/** zlib's header, or none: senders disagree about what `deflate` means. */
const hasZlibHeader = (bytes: Buffer): boolean =>
  bytes.length > 1 && (bytes[0]! & 0x0f) === 8 && (bytes[0]! * 256 + bytes[1]!) % 31 === 0;

/** Null: it is larger than that, and better expanded as a stream. */
function expandAtOnce(encoding: string, bytes: Buffer, limit: number): Body | null {
  const options: ZlibOptions = { maxOutputLength: limit };
  try {
    if (encoding === 'br') return { ok: true, bytes: brotliDecompressSync(bytes, options) };
    if (encoding === 'deflate') return { ok: true, bytes: (hasZlibHeader(bytes) ? inflateSync : inflateRawSync)(bytes, options) };
    return { ok: true, bytes: gunzipSync(bytes, options) };
  } catch (error) {
    return error instanceof RangeError ? null : malformed;
  }
}

async function expand(encoding: string, bytes: Buffer, limit: number): Promise<Body> {
  const stream = expander(encoding, bytes);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    stream.end(bytes);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > limit) return tooLarge;
      chunks.push(chunk);
    }
    return { ok: true, bytes: Buffer.concat(chunks, length) };
  } catch {
    return malformed;
  } finally {
    stream.destroy();
  }
}

function expander(encoding: string, bytes: Buffer): Transform {
  if (encoding === 'br') return createBrotliDecompress();
  if (encoding === 'deflate') return hasZlibHeader(bytes) ? createInflate() : createInflateRaw();
  return createGunzip();
}
