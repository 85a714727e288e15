import type { Migration } from '../../kernel/database.ts';

/** Tables of rituals. Times are epoch milliseconds. */
export const ritualsMigrations: readonly Migration[] = [
  {
    id: 11,
    sql: `
-- accounted: up to when every due hour of the ritual has a row in ritual_runs, or came before the ritual was known.
CREATE TABLE ritual_standings (
  ritual TEXT PRIMARY KEY,
  timing TEXT NOT NULL,
  accounted INTEGER NOT NULL,
  skip_next INTEGER NOT NULL DEFAULT 0,
  paused INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
-- A due hour has one row, whatever the clock does: that is what keeps a run from happening twice.
CREATE TABLE ritual_runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  ritual TEXT NOT NULL,
  scheduled_for INTEGER NOT NULL,
  started_at INTEGER,
  finished_at INTEGER,
  result TEXT,
  trigger TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '',
  output TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX ritual_runs_once ON ritual_runs (ritual, scheduled_for) WHERE trigger <> 'person';
CREATE INDEX ritual_runs_newest ON ritual_runs (ritual, id);
CREATE INDEX ritual_runs_open ON ritual_runs (id) WHERE result IS NULL;
`,
  },
];
