import { basename } from 'node:path';
import { z } from 'zod';
import type { Translate } from '../../../../shared/locales/index.ts';
import type { ApprovalRequest } from '../../../../shared/model/governance.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Bot, BotReply } from '../../../kernel/ports/bot.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import type { ApprovalDesk } from '../answer-approvals.ts';
import { callbackData, type TelegramSettings } from './callback.ts';
import { endedMessage, messageOf, type MessagePart } from './message.ts';
import type { Attempt } from './patience.ts';
import type { SentMessages } from './sent-messages.ts';

export interface AnnouncerOptions {
  workspace: string;
  settings: TelegramSettings;
  bot: Bot;
  t: Translate;
  sent: SentMessages;
  desk: Pick<ApprovalDesk, 'pending' | 'show'>;
  clock: Clock;
  log: Log;
  signal: AbortSignal;
}

const TIMEOUT_MS = 20_000;
const BAD_REQUEST = 400;
/** One message a second is what a chat takes. */
const PACE_MS = 1000;

/** Shows requests in the chat, and how they ended. The first call that fails ends the round. */
export function createAnnouncer(options: AnnouncerOptions) {
  const { workspace, settings, bot, t, sent, desk, clock, log, signal } = options;
  const chat = String(settings.chatId);
  const partsOf = (request: ApprovalRequest): MessagePart[] =>
    messageOf({ ...desk.show(request.id), workspace: basename(workspace) }, t);
  /** As HTML; plain when that is refused. */
  const say = async (method: string, part: MessagePart, more: Record<string, unknown>): Promise<BotReply> => {
    const call = (parameters: Record<string, unknown>): Promise<BotReply> =>
      bot.call(method, { chat_id: chat, ...more, ...parameters }, { timeoutMs: TIMEOUT_MS, signal });
    const quiet = { link_preview_options: { is_disabled: true } };
    const reply = await call({ text: part.html, parse_mode: 'HTML', ...quiet });
    return !reply.ok && reply.kind === 'refused' && reply.status === BAD_REQUEST ? call({ text: part.plain, ...quiet }) : reply;
  };
  const announce = async (request: ApprovalRequest): Promise<Attempt> => {
    const parts = partsOf(request);
    for (const [at, part] of parts.entries()) {
      const isLast = at === parts.length - 1;
      const reply = await say('sendMessage', part, isLast ? { reply_markup: buttons(request, t) } : {});
      if (!reply.ok) return reply;
      const message = z.object({ message_id: z.int() }).safeParse(reply.result);
      if (isLast && message.success) sent.sent(request.id, message.data.message_id);
      if (!isLast) await pace(clock, signal);
    }
    return null;
  };
  return {
    /** Every request that waits and is not shown yet. */
    async announceAll(): Promise<Attempt> {
      for (const request of desk.pending()) {
        if (signal.aborted) return null;
        if (!sent.claim(request.id, chat, clock.now())) continue;
        const failed = await announce(request);
        if (failed === null) continue;
        if (failed.kind === 'refused' && failed.retryAfterMs === null) {
          // Asking again would be refused again: it waits at the other doors.
          log.write('warn', 'Telegram refused a request for approval', { request: request.id, reason: failed.description });
          sent.ended(request.id);
          continue;
        }
        // One that arrived unseen leaves a second message, whose buttons say the same: better than none.
        sent.release(request.id);
        return failed;
      }
      return null;
    },
    /** Takes the buttons away from whatever does not wait any more, and says how it ended. */
    async endAll(): Promise<Attempt> {
      const waiting = new Set(desk.pending().map(({ id }) => id));
      for (const message of sent.open()) {
        if (waiting.has(message.request) || signal.aborted) continue;
        const { request } = desk.show(message.request);
        const part = endedMessage(partsOf(request), endingOf(request, t));
        const where = { chat_id: message.chat, message_id: message.messageId };
        const reply = await say('editMessageText', part, where);
        if (!reply.ok && (reply.kind === 'unreachable' || reply.retryAfterMs !== null)) return reply;
        sent.ended(message.request);
      }
      return null;
    },
  };
}

const buttons = (request: ApprovalRequest, t: Translate): unknown => ({
  inline_keyboard: [
    [
      { text: t('telegram.approve'), callback_data: callbackData('approve', request) },
      { text: t('telegram.deny'), callback_data: callbackData('deny', request) },
    ],
  ],
});

const endingOf = ({ state, decidedBy, reason }: ApprovalRequest, t: Translate): string =>
  t(`telegram.ended.${state === 'pending' ? 'expired' : state}`, { by: decidedBy ?? '', reason: reason ?? '' });

async function pace(clock: Clock, signal: AbortSignal): Promise<void> {
  try {
    await clock.sleep(PACE_MS, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
