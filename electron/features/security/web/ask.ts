import { messageOf } from '../../../kernel/errors.ts';
import type { Clock } from '../../../kernel/clock.ts';

/** What a server answered, or why there is no answer that could be used. `status` 0: none at all. */
export type Answer = { ok: true; body: unknown; text: string; type: string } | { ok: false; status: number; reason: string };

export interface Question {
  url: string;
  /** Sent as JSON by POST. */
  json?: unknown;
  accept?: string;
  timeoutMs: number;
  /** An answer that is longer is refused. Bytes. */
  mostBytes: number;
  signal: AbortSignal;
}

/** Asks a web server; what it says is untrusted and comes back unread but for its JSON syntax. */
export type Ask = (question: Question) => Promise<Answer>;

const ATTEMPTS = 3;
const BACK_OFF_MS = 500;
/** A server that wants us to wait longer is asked again next time. */
const LONGEST_WAIT_MS = 60_000;

/** The web, with patience: waits as long as a server asks for (429, 503) and tries again after faults of its own. */
export function createAsk(clock: Clock): Ask {
  return async (question) => {
    for (let attempt = 1; ; attempt += 1) {
      const { answer, waitMs } = await once(question, attempt, clock.now());
      if (answer.ok || waitMs === null || attempt === ATTEMPTS || question.signal.aborted) return answer;
      if (waitMs > LONGEST_WAIT_MS) return answer;
      await clock.sleep(waitMs, question.signal).catch(() => undefined);
    }
  };
}

/** `waitMs` null: asking again would not help. */
async function once(question: Question, attempt: number, now: number): Promise<{ answer: Answer; waitMs: number | null }> {
  const backOff = BACK_OFF_MS * 2 ** (attempt - 1);
  try {
    const signal = AbortSignal.any([question.signal, AbortSignal.timeout(question.timeoutMs)]);
    const response = await fetch(...request(question, signal));
    if (!response.ok) {
      await response.body?.cancel();
      const reason = `${hostOf(question.url)} answered ${response.status}`;
      return { answer: { ok: false, status: response.status, reason }, waitMs: waitFor(response, backOff, now) };
    }
    const text = await readText(response, question.mostBytes);
    if (text === null)
      return { answer: { ok: false, status: response.status, reason: `${hostOf(question.url)} said too much` }, waitMs: null };
    const type = response.headers.get('content-type') ?? '';
    return { answer: read(text, type, question.url), waitMs: null };
  } catch (error) {
    const reason = question.signal.aborted ? 'cancelled' : `${hostOf(question.url)}: ${reasonOf(error)}`;
    return { answer: { ok: false, status: 0, reason }, waitMs: question.signal.aborted ? null : backOff };
  }
}

function request({ url, json, accept = 'application/json' }: Question, signal: AbortSignal): [string, RequestInit] {
  const address = new URL(url);
  const headers: Record<string, string> = { accept, 'user-agent': 'nightguard' };
  if (address.username !== '') {
    const secret = `${decodeURIComponent(address.username)}:${decodeURIComponent(address.password)}`;
    headers['authorization'] = `Basic ${Buffer.from(secret).toString('base64')}`;
    address.username = '';
    address.password = '';
  }
  if (json === undefined) return [address.href, { headers, signal }];
  headers['content-type'] = 'application/json';
  return [address.href, { method: 'POST', body: JSON.stringify(json), headers, signal }];
}

function waitFor(response: Response, backOff: number, now: number): number | null {
  if (response.status !== 429 && response.status < 500) return null;
  const after = response.headers.get('retry-after');
  if (after === null) return backOff;
  if (/^\d+$/.test(after)) return Number(after) * 1000;
  const date = Date.parse(after);
  return Number.isNaN(date) ? backOff : Math.max(0, date - now);
}

/** Null when it is longer than it may be. */
async function readText(response: Response, mostBytes: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function read(text: string, type: string, url: string): Answer {
  if (!/json/.test(type)) return { ok: true, body: null, text, type };
  try {
    return { ok: true, body: JSON.parse(text) as unknown, text, type };
  } catch {
    return { ok: false, status: 200, reason: `${hostOf(url)} did not answer with JSON` };
  }
}

/** fetch says «fetch failed»; the cause says why. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'no answer in time';
  return error instanceof Error && error.cause instanceof Error ? messageOf(error.cause) || error.message : messageOf(error);
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'The server';
}
