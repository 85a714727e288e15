import type { Migration } from '../../kernel/database.ts';

/** Tables of alerts. Times are epoch milliseconds. */
export const alertsMigrations: readonly Migration[] = [
  {
    id: 12,
    sql: `
-- episode: counts how often the cause has come; a row is one episode, the newest of a cause is the one that counts.
CREATE TABLE alert_causes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  cause TEXT NOT NULL,
  severity TEXT NOT NULL,
  title TEXT NOT NULL,
  detail TEXT NOT NULL,
  since INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  seen INTEGER NOT NULL DEFAULT 0,
  told_severity TEXT,
  told_times INTEGER NOT NULL DEFAULT 0,
  told_at INTEGER,
  acknowledged_at INTEGER,
  acknowledged_by TEXT,
  gone_at INTEGER,
  closed INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX alert_causes_open ON alert_causes (cause) WHERE closed = 0;
-- What suffers from an open cause right now.
CREATE TABLE alert_items (
  cause_id INTEGER NOT NULL REFERENCES alert_causes (id) ON DELETE CASCADE,
  item TEXT NOT NULL,
  PRIMARY KEY (cause_id, item)
) WITHOUT ROWID;
-- state: pending, sending, sent, uncertain (Nightguard ended between sending and recording), dead (given up).
CREATE TABLE alert_outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  channel TEXT NOT NULL,
  message TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'pending',
  at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  error TEXT NOT NULL DEFAULT ''
);
CREATE INDEX alert_outbox_due ON alert_outbox (due_at) WHERE state IN ('pending', 'sending');
`,
  },
];
