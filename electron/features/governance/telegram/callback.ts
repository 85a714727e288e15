import { z } from 'zod';
import type { GovernanceSettings } from '../../../../shared/model/settings.ts';

export type TelegramSettings = GovernanceSettings['telegram'];

/** An update that is of interest; everything else of it is nobody's business here. */
export const updateSchema = z.object({
  update_id: z.int(),
  callback_query: z
    .object({
      id: z.string(),
      from: z.object({ id: z.int() }),
      message: z.object({ message_id: z.int(), chat: z.object({ id: z.int() }) }).optional(),
      data: z.string().max(64).optional(),
    })
    .optional(),
});
export type Callback = NonNullable<z.infer<typeof updateSchema>['callback_query']>;

const HASH_PREFIX = 12;

/** What a button says when it is pressed: the verdict, the request, and the beginning of the hash of what it showed. At most 64 bytes. */
export const callbackData = (verdict: 'approve' | 'deny', { id, contentHash }: { id: number; contentHash: string }): string =>
  `${verdict}:${id}:${contentHash.slice(0, HASH_PREFIX)}`;

export interface Approver {
  /** As it stands in records. */
  name: string;
  /** Settings say who this is on this machine: so one person through two doors is one person. */
  isNamed: boolean;
}

export type Press =
  | { ok: true; verdict: 'approve' | 'deny'; request: number; hashPrefix: string; approver: Approver }
  | { ok: false; why: 'not-an-approver' | 'other-chat' | 'unknown-button' };

/** Whether a pressed button counts: by whom, where, and what it says. Pure. */
export function readPress({ from, message, data }: Callback, { approvers, chatId }: TelegramSettings): Press {
  const approver = approvers.find((one) => (typeof one === 'number' ? one : one.id) === from.id);
  if (approver === undefined) return { ok: false, why: 'not-an-approver' };
  if (chatId === null || message === undefined || String(message.chat.id) !== String(chatId))
    return { ok: false, why: 'other-chat' };
  const [, verdict, request, hashPrefix] = /^(approve|deny):(\d{1,9}):([0-9a-f]{12})$/.exec(data ?? '') ?? [];
  if (verdict === undefined || request === undefined || hashPrefix === undefined) return { ok: false, why: 'unknown-button' };
  return {
    ok: true,
    verdict: verdict === 'approve' ? 'approve' : 'deny',
    request: Number(request),
    hashPrefix,
    approver:
      typeof approver === 'number'
        ? { name: `Telegram user ${approver}`, isNamed: false }
        : { name: approver.name, isNamed: true },
  };
}
