import type { AlertMessage } from '../../../../shared/model/alerts.ts';
import { messageOf } from '../../../kernel/errors.ts';
import type { AlertChannel, Sent } from '../../../kernel/ports/alert-channel.ts';
import type { MessageText } from './message-text.ts';

export interface WebhookOptions {
  url: string;
  kind: 'generic' | 'slack' | 'discord';
  textOf: (message: AlertMessage) => MessageText;
  /** Milliseconds. */
  timeoutMs?: number;
}

const TIMEOUT_MS = 15_000;
/** Discord refuses longer messages; Slack cuts them. */
const LONGEST = 1900;

/** Posts to a webhook. The address may hold a secret: neither it nor the answer's text is part of an error. */
export const createWebhookChannel = ({ url, kind, textOf, timeoutMs = TIMEOUT_MS }: WebhookOptions): AlertChannel => ({
  id: `webhook ${new URL(url).host}`,
  async send(message, key, signal) {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(bodyOf(kind, message, textOf(message))),
        redirect: 'error',
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      });
      await response.body?.cancel();
      return verdictOf(response.status, response.headers.get('retry-after'));
    } catch (error) {
      return { state: 'again', error: reasonOf(error), afterMs: null };
    }
  },
});

function bodyOf(kind: WebhookOptions['kind'], message: AlertMessage, { title, lines }: MessageText): unknown {
  const text = [title, ...lines].join('\n');
  if (kind === 'slack') return { text: escapeSlack(text).slice(0, LONGEST) };
  // Nobody is called by what a log happens to say.
  if (kind === 'discord') return { content: text.slice(0, LONGEST), allowed_mentions: { parse: [] } };
  return { source: 'nightguard', title, lines, ...message };
}

/** Slack reads <, > and & as its own signs. */
const escapeSlack = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** 2xx is taken; 429 and 5xx want another try; the rest is refused for good. */
function verdictOf(status: number, retryAfter: string | null): Sent {
  if (status >= 200 && status < 300) return { state: 'sent' };
  const error = `HTTP ${status}`;
  if (status !== 429 && status !== 408 && status < 500) return { state: 'never', error };
  const seconds = Number(retryAfter ?? Number.NaN);
  return { state: 'again', error, afterMs: Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 86_400) * 1000 : null };
}

/** Messages of fetch name no address; those of its cause may. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return error instanceof Error ? error.name : messageOf(error);
}
