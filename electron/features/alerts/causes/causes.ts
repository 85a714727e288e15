import type { Alert, AlertMessage, AlertSeverity } from '../../../../shared/model/alerts.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { CauseState } from '../plan/plan-messages.ts';

/** Something that is wrong. Many items may suffer from one cause: an outage is one cause, not 300 checks. */
export interface Complaint {
  cause: string;
  /** What suffers: a check, a file, a process. */
  item: string;
  severity: AlertSeverity;
  title: string;
  detail: string;
}

export interface Causes {
  raise(complaint: Complaint): void;
  /** The item suffers no more; with the last one the cause is gone. */
  settle(cause: string, item: string): void;
  /** Stops reminders of a cause until it comes again. @throws AppError `not-found` */
  acknowledge(cause: string, by: string): void;
  open(): CauseState[];
  /** Newest first, those that are over included. */
  list(limit: number): Alert[];
  /** What a message tells is told, in the caller's transaction. */
  told(message: AlertMessage): void;
  close(causes: readonly string[]): void;
}

interface CauseRow {
  id: number;
  cause: string;
  severity: AlertSeverity;
  title: string;
  detail: string;
  since: number;
  last_seen_at: number;
  seen: number;
  told_severity: AlertSeverity | null;
  told_times: number;
  told_at: number | null;
  acknowledged_at: number | null;
  acknowledged_by: string | null;
  gone_at: number | null;
  open: number;
}

const SELECT =
  'SELECT alert_causes.*, (SELECT count(*) FROM alert_items WHERE cause_id = alert_causes.id) AS open FROM alert_causes';

/** Causes in the database. A cause that is gone and comes again before it was told to be gone goes on as the same. */
export function createCauses(database: Database, clock: Pick<Clock, 'now'>): Causes {
  const rowOf = (cause: string): CauseRow | undefined =>
    database.get<CauseRow>(`${SELECT} WHERE cause = ? AND closed = 0`, cause);
  return {
    raise: ({ cause, item, severity, title, detail }) =>
      database.transaction(() => {
        const now = clock.now();
        const sql = `INSERT INTO alert_causes (cause, severity, title, detail, since, last_seen_at) VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT (cause) WHERE closed = 0 DO UPDATE
          SET severity = excluded.severity, title = excluded.title, detail = excluded.detail, last_seen_at = excluded.last_seen_at, gone_at = NULL`;
        database.run(sql, cause, severity, title, detail, now, now);
        const id = rowOf(cause)?.id ?? 0;
        const { changes } = database.run('INSERT OR IGNORE INTO alert_items (cause_id, item) VALUES (?, ?)', id, item);
        database.run('UPDATE alert_causes SET seen = seen + ? WHERE id = ?', changes, id);
      }),
    settle: (cause, item) =>
      database.transaction(() => {
        const found = rowOf(cause);
        if (found === undefined) return;
        database.run('DELETE FROM alert_items WHERE cause_id = ? AND item = ?', found.id, item);
        if (rowOf(cause)?.open === 0) {
          database.run('UPDATE alert_causes SET gone_at = coalesce(gone_at, ?) WHERE id = ?', clock.now(), found.id);
        }
      }),
    acknowledge(cause, by) {
      const sql = 'UPDATE alert_causes SET acknowledged_at = ?, acknowledged_by = ? WHERE cause = ? AND closed = 0';
      if (database.run(sql, clock.now(), by, cause).changes === 0)
        throw new AppError('not-found', `No alert is open for ${cause}.`);
    },
    open: () =>
      database
        .all<CauseRow>(`${SELECT} WHERE closed = 0 ORDER BY id`)
        .map((row) => ({ ...toAlert(row), toldSeverity: row.told_severity })),
    list: (limit) => database.all<CauseRow>(`${SELECT} ORDER BY id DESC LIMIT ?`, limit).map(toAlert),
    told({ begun, ongoing }) {
      const sql =
        'UPDATE alert_causes SET told_severity = severity, told_times = told_times + 1, told_at = ? WHERE cause = ? AND closed = 0';
      for (const { cause } of [...begun, ...ongoing]) database.run(sql, clock.now(), cause);
    },
    close(causes) {
      for (const cause of causes) database.run('UPDATE alert_causes SET closed = 1 WHERE cause = ? AND closed = 0', cause);
    },
  };
}

const toAlert = (row: CauseRow): Alert => ({
  cause: row.cause,
  severity: row.severity,
  title: row.title,
  detail: row.detail,
  open: row.open,
  seen: row.seen,
  since: row.since,
  lastSeenAt: row.last_seen_at,
  toldTimes: row.told_times,
  toldAt: row.told_at,
  acknowledgedAt: row.acknowledged_at,
  acknowledgedBy: row.acknowledged_by,
  goneAt: row.gone_at,
});
