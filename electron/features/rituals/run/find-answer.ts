import type { ReceivedMessage } from '../../../kernel/hub/read-hub.ts';
import type { RitualRun } from '../../../../shared/model/rituals.ts';

/** What an agent said of a task that was handed to it. */
export interface AgentAnswer {
  ok: boolean;
  detail: string;
}

const LONGEST = 500;

/**
 * The first response in the hub that belongs to a run: it names the request that it answers, or the ritual. One that says it failed, by `status`,
 * `success` or `error`, did. Pure.
 */
export function findAnswer(run: Pick<RitualRun, 'ritual' | 'detail'>, messages: readonly ReceivedMessage[]): AgentAnswer | null {
  const request = /hub message ([\w-]{8,64})/.exec(run.detail)?.[1];
  const found = messages.find(
    ({ type, data }) =>
      type === 'response' &&
      ((request !== undefined && REPLIES.some((key) => data[key] === request)) || data['ritual'] === run.ritual),
  );
  if (found === undefined) return null;
  const { data, from } = found;
  const said = [data['summary'], data['message'], data['result'], data['error']].find((text) => typeof text === 'string');
  return { ok: isGood(data), detail: `${from}: ${typeof said === 'string' ? said : 'answered'}`.slice(0, LONGEST) };
}

const REPLIES = ['in_reply_to', 'reply_to', 'request_id', 'message_id'] as const;

const isGood = (data: Record<string, unknown>): boolean =>
  data['success'] !== false &&
  (typeof data['error'] !== 'string' || data['error'] === '') &&
  !/^(?:fail|error|reject)/i.test(typeof data['status'] === 'string' ? data['status'] : '');

/** Whether a monitor's slug, which knows small letters and dashes only, is the name of a ritual. */
export const isSlugOf = (slug: string, ritual: string): boolean => slugOf(slug) === slugOf(ritual);

const slugOf = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-');
