import { z } from 'zod';
import type { Bot, BotReply } from '../../kernel/ports/bot.ts';

const replySchema = z.union([
  z.object({ ok: z.literal(true), result: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error_code: z.number().optional(),
    description: z.string().default(''),
    parameters: z.object({ retry_after: z.number().nonnegative().optional() }).optional(),
  }),
]);

/** Longer answers are none of Telegram's. */
const MOST_BYTES = 4 << 20;
const SECOND_MS = 1000;

/** Telegram's Bot API over the built-in fetch. Neither the token nor the address that holds it is ever part of an error. */
export function createTelegramBot({ baseUrl, token }: { baseUrl: string; token: string }): Bot {
  const root = `${baseUrl.replace(/\/+$/, '')}/bot${token}`;
  return {
    id: token.slice(0, token.indexOf(':')),
    async call(method, parameters, { timeoutMs, signal }) {
      try {
        const response = await fetch(`${root}/${method}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(parameters),
          redirect: 'error',
          signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
        });
        return toReply(response.status, await limited(response));
      } catch (error) {
        return { ok: false, kind: 'unreachable', description: reasonOf(error) };
      }
    },
  };
}

async function limited(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Error('too long');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function toReply(status: number, text: string): BotReply {
  const parsed = replySchema.safeParse(parse(text));
  if (!parsed.success) return { ok: false, kind: 'unreachable', description: `an answer that is none (HTTP ${status})` };
  if (parsed.data.ok) return { ok: true, result: parsed.data.result };
  const { error_code = status, description, parameters } = parsed.data;
  if (error_code >= 500) return { ok: false, kind: 'unreachable', description: `HTTP ${error_code}` };
  const after = parameters?.retry_after;
  return {
    ok: false,
    kind: 'refused',
    status: error_code,
    description: description.slice(0, 300),
    retryAfterMs: after === undefined ? null : after * SECOND_MS,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A gateway's page of HTML: the schema says that it is no answer.
    return null;
  }
}

/** The name and code of what went wrong; messages of fetch may hold the address. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : error.name;
}
