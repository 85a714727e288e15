import type { Database } from '../../../kernel/database.ts';

/** A message that shows a request, or is on its way (`messageId` null). */
export interface SentMessage {
  request: number;
  chat: string;
  messageId: number | null;
  ended: boolean;
}

/** Which message shows which request: one, also when two processes look after the workspace. */
export interface SentMessages {
  /** True for the one that shall send it. A claim that came to nothing can be taken over after a while. */
  claim(request: number, chat: string, now: number): boolean;
  release(request: number): void;
  sent(request: number, messageId: number): void;
  ended(request: number): void;
  of(request: number): SentMessage | null;
  /** Messages that still have buttons. */
  open(): SentMessage[];
}

interface Row {
  request_id: number;
  chat_id: string;
  message_id: number | null;
  ended: number;
}

const ABANDONED_MS = 120_000;

export function createSentMessages(database: Database): SentMessages {
  const toMessage = ({ request_id, chat_id, message_id, ended }: Row): SentMessage => ({
    request: request_id,
    chat: chat_id,
    messageId: message_id,
    ended: ended === 1,
  });
  return {
    claim: (request, chat, now) =>
      database.run(
        `INSERT INTO telegram_messages (request_id, chat_id, claimed_at) VALUES (?, ?, ?) ON CONFLICT (request_id) DO UPDATE
         SET claimed_at = excluded.claimed_at, chat_id = excluded.chat_id WHERE message_id IS NULL AND ended = 0 AND claimed_at <= ?`,
        request,
        chat,
        now,
        now - ABANDONED_MS,
      ).changes === 1,
    release(request) {
      database.run('UPDATE telegram_messages SET claimed_at = 0 WHERE request_id = ? AND message_id IS NULL', request);
    },
    sent(request, messageId) {
      database.run('UPDATE telegram_messages SET message_id = ? WHERE request_id = ?', messageId, request);
    },
    ended(request) {
      database.run('UPDATE telegram_messages SET ended = 1 WHERE request_id = ?', request);
    },
    of(request) {
      const row = database.get<Row>('SELECT * FROM telegram_messages WHERE request_id = ?', request);
      return row === undefined ? null : toMessage(row);
    },
    open: () =>
      database
        .all<Row>('SELECT * FROM telegram_messages WHERE ended = 0 AND message_id IS NOT NULL ORDER BY request_id')
        .map(toMessage),
  };
}
