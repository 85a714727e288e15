import type { AlertMessage } from '../../../../shared/model/alerts.ts';
import type { AlertChannel, Sent } from '../../../kernel/ports/alert-channel.ts';
import type { Bot, BotReply } from '../../../kernel/ports/bot.ts';
import type { MessageText } from './message-text.ts';

export interface TelegramOptions {
  /** Null while no token is configured: that is said, not hidden. */
  bot: () => Bot | null;
  chatId: string;
  textOf: (message: AlertMessage) => MessageText;
}

const TIMEOUT_MS = 20_000;
/** Telegram's own limit, in UTF-16 units. */
const LONGEST = 4096;
/** A message that needs more parts than this is read by nobody. */
const MOST_PARTS = 3;

/** Telegram messages, without markup: nothing that a log says is read as one. */
export const createTelegramChannel = ({ bot, chatId, textOf }: TelegramOptions): AlertChannel => ({
  id: 'telegram',
  async send(message, _key, signal) {
    const known = bot();
    if (known === null) return { state: 'again', error: 'No token of a Telegram bot was found.', afterMs: 15 * 60_000 };
    const { title, lines } = textOf(message);
    for (const [index, text] of partsOf([title, '', ...lines].join('\n')).entries()) {
      const reply = await known.call('sendMessage', { chat_id: chatId, text }, { timeoutMs: TIMEOUT_MS, signal });
      // A later part that fails is not tried again: the first would come twice.
      if (!reply.ok) return index === 0 ? refusal(reply) : { state: 'sent' };
    }
    return { state: 'sent' };
  },
});

function refusal(reply: Extract<BotReply, { ok: false }>): Sent {
  if (reply.kind === 'unreachable') return { state: 'again', error: reply.description, afterMs: null };
  const error = `${reply.status} ${reply.description}`;
  return reply.status === 429 ? { state: 'again', error, afterMs: reply.retryAfterMs } : { state: 'never', error };
}

/** Cut at line ends where there are any; never inside a character. */
export function partsOf(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > LONGEST && parts.length < MOST_PARTS - 1) {
    const line = rest.lastIndexOf('\n', LONGEST);
    const end = whole(rest, line > LONGEST / 2 ? line : LONGEST);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end).replace(/^\n/, '');
  }
  return [...parts, rest.slice(0, whole(rest, LONGEST))];
}

/** The end of a cut, moved so that it does not divide a surrogate pair. */
const whole = (text: string, end: number): number =>
  /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) && end < text.length ? end - 1 : end;
