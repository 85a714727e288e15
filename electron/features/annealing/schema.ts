import type { Migration } from '../../kernel/database.ts';

/** Tables of the annealing duty. Times are epoch milliseconds. */
export const annealingMigrations: readonly Migration[] = [
  {
    id: 10,
    sql: `
CREATE TABLE error_groups (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  error_key TEXT NOT NULL,
  type TEXT NOT NULL,
  function TEXT NOT NULL,
  language TEXT NOT NULL,
  message TEXT NOT NULL,
  file TEXT,
  line INTEGER,
  state TEXT NOT NULL,
  total INTEGER NOT NULL DEFAULT 0,
  first_seen INTEGER NOT NULL,
  last_seen INTEGER NOT NULL,
  -- When it came into this state: what happened before does not change it.
  state_at INTEGER NOT NULL DEFAULT 0,
  analyses INTEGER NOT NULL DEFAULT 0,
  -- Not analysed again before this time, however often it comes.
  next_analysis_at INTEGER NOT NULL DEFAULT 0,
  analysis TEXT
);
CREATE INDEX error_groups_seen ON error_groups (last_seen);
-- Which group a fingerprint belongs to; merging and splitting by hand moves rows here.
CREATE TABLE error_fingerprints (
  fingerprint TEXT PRIMARY KEY,
  group_id INTEGER NOT NULL REFERENCES error_groups (id)
) WITHOUT ROWID;
CREATE INDEX error_fingerprints_group ON error_fingerprints (group_id);
-- Ring of whole events: the oldest go when there are too many.
CREATE TABLE error_events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  group_id INTEGER NOT NULL REFERENCES error_groups (id),
  fingerprint TEXT NOT NULL,
  at INTEGER NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX error_events_group ON error_events (group_id, id);
-- Patches that were applied, or ask for leave; the newest of a group counts.
CREATE TABLE error_fixes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  group_id INTEGER NOT NULL,
  state TEXT NOT NULL,
  at INTEGER NOT NULL,
  trigger TEXT NOT NULL,
  file TEXT NOT NULL,
  after_hash TEXT NOT NULL,
  verdict TEXT NOT NULL,
  release TEXT,
  reason TEXT NOT NULL DEFAULT ''
);
CREATE INDEX error_fixes_group ON error_fixes (group_id, id);
-- What is counted even when the whole event is not kept. hour = at / 3600000.
CREATE TABLE error_hours (
  group_id INTEGER NOT NULL REFERENCES error_groups (id),
  hour INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (group_id, hour)
) WITHOUT ROWID;
-- Counts since the last success, by key and by whose success takes them back ('' where nobody tells).
-- recent: JSON array of the newest times, as many as the threshold asks for.
CREATE TABLE error_counts (
  error_key TEXT NOT NULL,
  subject TEXT NOT NULL,
  count INTEGER NOT NULL,
  recent TEXT NOT NULL,
  PRIMARY KEY (error_key, subject)
) WITHOUT ROWID;
CREATE INDEX error_counts_subject ON error_counts (subject);
-- What error_tracking.json shows, newest 100, in its own shape.
CREATE TABLE error_history (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item TEXT NOT NULL
);
-- How far each log was read. head_hash: of its first head_length bytes, to know it again after a rotation.
CREATE TABLE error_tails (
  path TEXT PRIMARY KEY,
  ino INTEGER NOT NULL,
  head_length INTEGER NOT NULL,
  head_hash TEXT NOT NULL,
  offset INTEGER NOT NULL
) WITHOUT ROWID;
-- Dropped files that were read, by content.
CREATE TABLE error_drops (
  hash TEXT PRIMARY KEY,
  read_at INTEGER NOT NULL
) WITHOUT ROWID;
`,
  },
  {
    id: 24,
    sql: `
-- What language models have cost, by day of local time.
CREATE TABLE ai_spending (
  day TEXT PRIMARY KEY,
  input INTEGER NOT NULL,
  output INTEGER NOT NULL,
  micro_usd INTEGER NOT NULL
) WITHOUT ROWID;
`,
  },
];
