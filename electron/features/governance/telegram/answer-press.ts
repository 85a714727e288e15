import type { Translate } from '../../../../shared/locales/index.ts';
import { AppError, messageOf } from '../../../kernel/errors.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import type { ApprovalDesk } from '../answer-approvals.ts';
import { readPress, type Callback, type TelegramSettings } from './callback.ts';
import type { SentMessages } from './sent-messages.ts';

export interface PressContext {
  settings: TelegramSettings;
  sent: SentMessages;
  desk: Pick<ApprovalDesk, 'show' | 'approve' | 'deny'>;
  log: Log;
  t: Translate;
}

/** Does what a pressed button says, when it counts. Returns what the person is told. Every doubt is a refusal, and changes nothing. */
export function answerPress(callback: Callback, { settings, sent, desk, log, t }: PressContext): string {
  const press = readPress(callback, settings);
  if (!press.ok) {
    log.write('warn', 'A button in Telegram did not count', { why: press.why, from: callback.from.id });
    return t(`telegram.refused.${press.why}`);
  }
  const { verdict, request: id, hashPrefix, approver } = press;
  const shown = sent.of(id);
  const isThisMessage =
    shown !== null && shown.messageId === callback.message?.message_id && shown.chat === String(settings.chatId);
  if (!isThisMessage) {
    log.write('warn', 'A button in Telegram did not count', { why: 'other-message', from: callback.from.id, request: id });
    return t('telegram.refused.other-message');
  }
  try {
    const { request } = desk.show(id);
    if (!request.contentHash.startsWith(hashPrefix)) return t('telegram.refused.other-content');
    if (request.procedure === 'meta' && !approver.isNamed && verdict === 'approve') return t('telegram.refused.not-named');
    const decider = { kind: 'person', name: approver.name, door: 'telegram' } as const;
    const decided = verdict === 'approve' ? desk.approve(id, decider, hashPrefix) : desk.deny(id, decider, t('telegram.denied'));
    return t(`telegram.done.${decided.state === 'pending' ? 'noted' : verdict}`, { id });
  } catch (error) {
    log.write('warn', 'A button in Telegram came to nothing', { request: id, error: messageOf(error) });
    return t(`telegram.refused.${whyOf(error)}`);
  }
}

/** In the chat's own words: the reason itself stands in the log. */
function whyOf(error: unknown): 'over' | 'not-yet' | 'failed' {
  if (!(error instanceof AppError)) return 'failed';
  if (error.code === 'stale-preview' || error.code === 'changed-meanwhile' || error.code === 'not-found') return 'over';
  return error.code === 'denied' ? 'not-yet' : 'failed';
}
