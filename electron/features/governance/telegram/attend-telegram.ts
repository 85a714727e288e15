import { z } from 'zod';
import { createTranslator, type Translate } from '../../../../shared/locales/index.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Disposable } from '../../../kernel/disposables.ts';
import { messageOf as errorText } from '../../../kernel/errors.ts';
import { createFact } from '../../../kernel/facts.ts';
import type { Bot } from '../../../kernel/ports/bot.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import type { ApprovalDesk } from '../answer-approvals.ts';
import { createAnnouncer } from './announce.ts';
import { answerPress } from './answer-press.ts';
import { updateSchema, type TelegramSettings } from './callback.ts';
import { createPatience, type Attempt } from './patience.ts';
import { createSentMessages } from './sent-messages.ts';

export interface TelegramOptions {
  /** Absolute. */
  workspace: string;
  settings: () => TelegramSettings;
  /** Null when there is no token. */
  bot: (settings: TelegramSettings) => Bot | null;
  database: Database;
  desk: Pick<ApprovalDesk, 'pending' | 'show' | 'approve' | 'deny'>;
  clock: Clock;
  log: Log;
}

/** Requests in a chat. While nothing waits there is no connection and no timer. */
export interface TelegramAttendance extends Disposable {
  /** Something may wait now, or has been decided. */
  wake(): void;
}

/** How long Telegram holds a question for news before it answers that there is none. */
const POLL_SECONDS = 25;
const POLL_TIMEOUT_MS = (POLL_SECONDS + 15) * 1000;

/** What is needed to speak: a chat, somebody who may answer, and a bot. */
interface Line {
  bot: Bot;
  settings: TelegramSettings;
  t: Translate;
}

export function attendTelegram(options: TelegramOptions): TelegramAttendance {
  const { database, desk, clock, log } = options;
  const end = new AbortController();
  const sent = createSentMessages(database);
  const patience = createPatience(clock, end.signal);
  let running: Promise<void> | null = null;
  let poll = new AbortController();
  let wokenAt = 0;
  let lookedAt = 0;
  let told = '';

  const open = (): Line | null => {
    const settings = options.settings();
    const problem = !settings.enabled
      ? ''
      : settings.chatId === null || settings.approvers.length === 0
        ? 'telegram.unset'
        : null;
    const bot = problem === null ? options.bot(settings) : null;
    const why = bot === null ? (problem ?? 'telegram.noToken') : '';
    // Said once: it stays so until somebody changes the settings.
    if (why !== told && why !== '')
      log.write('warn', 'Requests for approval are not sent to Telegram', {
        reason: why === 'telegram.noToken' ? `there is no ${settings.tokenVariable}` : 'chatId or approvers are missing',
      });
    told = why;
    return bot === null ? null : { bot, settings, t: createTranslator(settings.language) };
  };
  const isNeeded = (): boolean => desk.pending().length > 0 || sent.open().length > 0;
  const run = async (): Promise<void> => {
    while (!end.signal.aborted) {
      lookedAt = wokenAt;
      if (!isNeeded()) return;
      const line = open();
      if (line === null) return;
      const seen = wokenAt;
      const announcer = createAnnouncer({ ...options, sent, ...line, signal: end.signal });
      if (!(await patience.after(await announcer.announceAll(), log)) || !(await patience.after(await announcer.endAll(), log)))
        continue;
      if (end.signal.aborted || desk.pending().length === 0) {
        if (sent.open().length === 0) return;
        continue;
      }
      poll = new AbortController();
      if (seen !== wokenAt) continue;
      await patience.after(await listen(line), log);
    }
  };
  const listen = async ({ bot, settings, t }: Line): Promise<Attempt> => {
    const offset = createFact(database, `telegram.offset.${bot.id}`, z.int());
    const parameters = { offset: offset.get() ?? 0, timeout: POLL_SECONDS, allowed_updates: ['callback_query'] };
    const signal = AbortSignal.any([end.signal, poll.signal]);
    const reply = await bot.call('getUpdates', parameters, { timeoutMs: POLL_TIMEOUT_MS, signal });
    if (!reply.ok) return signal.aborted ? null : reply;
    const updates = z.array(z.unknown()).safeParse(reply.result);
    for (const raw of updates.success ? updates.data : []) {
      const known = z.object({ update_id: z.int() }).safeParse(raw);
      if (!known.success) continue;
      const update = updateSchema.safeParse(raw);
      // Before it is answered: what ends Nightguard must not end it again and again. An approval that is lost so is asked for anew.
      offset.set(Math.max(offset.get() ?? 0, known.data.update_id + 1));
      if (!update.success || update.data.callback_query === undefined) continue;
      const text = answerPress(update.data.callback_query, { settings, sent, desk, log, t });
      const answer = { callback_query_id: update.data.callback_query.id, text: text.slice(0, 200), show_alert: true };
      await bot.call('answerCallbackQuery', answer, { timeoutMs: 15_000, signal: end.signal });
    }
    return null;
  };
  const start = (): void => {
    if (end.signal.aborted || running !== null || !isNeeded()) return;
    running = run()
      .catch((error: unknown) =>
        log.write('error', 'Telegram is not attended any more until something changes', { error: errorText(error) }),
      )
      .finally(() => {
        running = null;
        // Woken while it was ending.
        if (wokenAt !== lookedAt) start();
      });
  };
  return {
    wake() {
      wokenAt += 1;
      poll.abort();
      start();
    },
    async dispose() {
      end.abort();
      await running;
    },
  };
}
