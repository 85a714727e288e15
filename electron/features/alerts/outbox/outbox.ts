import type { AlertMessage } from '../../../../shared/model/alerts.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import type { AlertChannel } from '../../../kernel/ports/alert-channel.ts';
import type { Log } from '../../../kernel/ports/log.ts';

export interface Delivery {
  id: number;
  channel: string;
  state: 'pending' | 'sending' | 'sent' | 'uncertain' | 'dead';
  at: number;
  attempts: number;
  error: string;
}

export interface Outbox {
  /** In the caller's transaction: what is to be told is durable with the decision to tell it. */
  put(message: AlertMessage, channels: readonly string[]): void;
  /** Messages that were put since a moment, whatever became of them. */
  putSince(at: number): number;
  /** Sends what is due. Returns when the next try is due, epoch milliseconds, or null when nothing waits. */
  flush(channels: readonly AlertChannel[], signal: AbortSignal): Promise<number | null>;
  /** After a start: what was being sent when Nightguard ended may have arrived, and is not sent again. Returns how many. */
  settleInterrupted(): number;
  /** Newest first. */
  list(limit: number): Delivery[];
}

const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** After this long a message is news of yesterday: its cause is reminded of anyway. */
const GIVE_UP_MS = 48 * 3_600_000;

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
    // Durable before the message leaves: a power cut in between must not send it twice.
    database.run(`UPDATE alert_outbox SET state = 'sending', attempts = attempts + 1 WHERE id = ?`, row.id);
    const sent = await channel.send(JSON.parse(row.message) as AlertMessage, `nightguard-${row.id}-${row.at}`, signal);
    if (sent.state === 'sent') end(row.id, 'sent', '');
    else if (sent.state === 'never') end(row.id, 'dead', sent.error);
    else retry(row, sent.error, sent.afterMs);
    if (sent.state !== 'sent') log.write('warn', 'An alert was not delivered', { channel: row.channel, error: sent.error });
  };
  return {
    put(message, channels) {
      const now = clock.now();
      for (const channel of channels) {
        const sql = 'INSERT INTO alert_outbox (channel, message, at, due_at) VALUES (?, ?, ?, ?)';
        database.run(sql, channel, JSON.stringify(message), now, now);
      }
    },
    putSince: (at) => database.get<{ n: number }>('SELECT count(DISTINCT at) AS n FROM alert_outbox WHERE at > ?', at)?.n ?? 0,
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
    list: (limit) =>
      database.all<Delivery>('SELECT id, channel, state, at, attempts, error FROM alert_outbox ORDER BY id DESC LIMIT ?', limit),
  };
}
