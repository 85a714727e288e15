import type { AlertMessage, ChannelStanding, Delivery } from '../../../../shared/model/alerts.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import type { AlertChannel, Sent } from '../../../kernel/ports/alert-channel.ts';
import type { Log } from '../../../kernel/ports/log.ts';

export interface Outbox {
  /** In the caller's transaction: what is to be told is durable with the decision to tell it. */
  put(messages: readonly { channel: string; message: AlertMessage }[]): void;
  /** What came of a message that was sent at once: it says how the channel fares. */
  record(channel: string, message: AlertMessage, sent: Sent): void;
  /** Messages that were put since a moment, whatever became of them; tests do not count. */
  putSince(at: number): number;
  /** Sends what is due. Returns when the next try is due, epoch milliseconds, or null when nothing waits. */
  flush(channels: readonly AlertChannel[], signal: AbortSignal): Promise<number | null>;
  /** After a start: what was being sent when Nightguard ended may have arrived, and is not sent again. Returns how many. */
  settleInterrupted(): number;
  /** Newest first. */
  list(limit: number): Delivery[];
  /** How each of these channels fares, by what became of its messages. */
  standings(channels: readonly string[]): Omit<ChannelStanding, 'from'>[];
}

const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** After this long a message is news of yesterday: its cause is reminded of anyway. */
const GIVE_UP_MS = 48 * 3_600_000;

/** So many tries that failed in a row are no hiccup of the network any more: half an hour has gone by. */
const HOPELESS_TRIES = 6;

interface Row extends Delivery {
  message: string;
  due_at: number;
}

/** Messages in the database: an offline night loses none, and none is sent twice. */
export function createOutbox(database: Database, clock: Pick<Clock, 'now'>, log: Log): Outbox {
  const due = (): Row[] =>
    database.all<Row>(`SELECT * FROM alert_outbox WHERE state = 'pending' AND due_at <= ? ORDER BY id`, clock.now());
  const end = (id: number, state: Delivery['state'], error: string): void =>
    void database.run('UPDATE alert_outbox SET state = ?, error = ? WHERE id = ?', state, error, id);
  const retry = (row: Row, error: string, afterMs: number | null): void => {
    const now = clock.now();
    if (now - row.at > GIVE_UP_MS) return end(row.id, 'dead', error);
    const pause = afterMs ?? Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(row.attempts, 10));
    database.run(`UPDATE alert_outbox SET state = 'pending', error = ?, due_at = ? WHERE id = ?`, error, now + pause, row.id);
  };
  const send = async (row: Row, channel: AlertChannel, signal: AbortSignal): Promise<void> => {
    // Durable before the message leaves: a power cut in between must not send it twice. Another process may have taken it meanwhile.
    const claim = `UPDATE alert_outbox SET state = 'sending', attempts = attempts + 1 WHERE id = ? AND state = 'pending'`;
    if (database.run(claim, row.id).changes === 0) return;
    const sent = await channel.send(JSON.parse(row.message) as AlertMessage, `nightguard-${row.id}-${row.at}`, signal);
    if (sent.state === 'sent') end(row.id, 'sent', '');
    else if (sent.state === 'never') end(row.id, 'dead', sent.error);
    else retry(row, sent.error, sent.afterMs);
    if (sent.state !== 'sent') log.write('warn', 'An alert was not delivered', { channel: row.channel, error: sent.error });
  };
  return {
    put(messages) {
      const now = clock.now();
      for (const { channel, message } of messages) {
        const sql = 'INSERT INTO alert_outbox (channel, message, at, due_at) VALUES (?, ?, ?, ?)';
        database.run(sql, channel, JSON.stringify(message), now, now);
      }
    },
    record(channel, message, sent) {
      const now = clock.now();
      const sql = `INSERT INTO alert_outbox (channel, message, state, at, due_at, attempts, error) VALUES (?, ?, ?, ?, ?, 1, ?)`;
      const [state, error] = sent.state === 'sent' ? ['sent', ''] : ['dead', sent.error];
      database.run(sql, channel, JSON.stringify(message), state, now, now, error);
    },
    putSince(at) {
      const sql = `SELECT count(DISTINCT at) AS n FROM alert_outbox WHERE at > ? AND message ->> '$.kind' <> 'test'`;
      return database.get<{ n: number }>(sql, at)?.n ?? 0;
    },
    async flush(channels, signal) {
      for (const row of due()) {
        if (signal.aborted) break;
        const channel = channels.find(({ id }) => id === row.channel);
        if (channel === undefined) end(row.id, 'dead', 'The channel is not configured any more.');
        else await send(row, channel, signal);
      }
      return (
        database.get<{ at: number | null }>(`SELECT min(due_at) AS at FROM alert_outbox WHERE state = 'pending'`)?.at ?? null
      );
    },
    settleInterrupted: () => database.run(`UPDATE alert_outbox SET state = 'uncertain' WHERE state = 'sending'`).changes,
    standings: (channels) =>
      channels.map((channel) => {
        const sql = `SELECT state, attempts, error, at FROM alert_outbox WHERE channel = ? AND attempts > 0 ORDER BY id DESC LIMIT 1`;
        const newest = database.get<Pick<Delivery, 'state' | 'attempts' | 'error'>>(sql, channel);
        const waiting = `SELECT count(*) AS n FROM alert_outbox WHERE channel = ? AND state IN ('pending', 'sending')`;
        const sent = `SELECT max(at) AS at FROM alert_outbox WHERE channel = ? AND state = 'sent'`;
        return {
          id: channel,
          state: stateOf(newest),
          lastSentAt: database.get<{ at: number | null }>(sent, channel)?.at ?? null,
          waiting: database.get<{ n: number }>(waiting, channel)?.n ?? 0,
          error: newest?.error ?? '',
        };
      }),
    list: (limit) =>
      database.all<Delivery>('SELECT id, channel, state, at, attempts, error FROM alert_outbox ORDER BY id DESC LIMIT ?', limit),
  };
}

function stateOf(newest: Pick<Delivery, 'state' | 'attempts'> | undefined): ChannelStanding['state'] {
  if (newest === undefined || newest.state === 'uncertain') return 'unproven';
  if (newest.state === 'sent') return 'works';
  return newest.state === 'dead' || newest.attempts >= HOPELESS_TRIES ? 'dead' : 'waiting';
}
