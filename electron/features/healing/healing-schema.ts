import type { Migration } from '../../kernel/database.ts';

/** Tables of healing. Times are epoch milliseconds. */
export const healingMigrations: readonly Migration[] = [
  {
    id: 13,
    sql: `
-- grain: 0 as measured, 1 minutes, 2 hours, 3 days. value: the mean; highest: the highest.
CREATE TABLE healing_names (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);
CREATE TABLE healing_samples (
  name INTEGER NOT NULL REFERENCES healing_names (id),
  grain INTEGER NOT NULL,
  at INTEGER NOT NULL,
  value REAL NOT NULL,
  highest REAL NOT NULL,
  PRIMARY KEY (name, grain, at)
) WITHOUT ROWID;
-- How each check stands: what keeps a restart of Nightguard from trying in vain all over again.
CREATE TABLE healing_standings (
  id TEXT PRIMARY KEY,
  standing TEXT NOT NULL
) WITHOUT ROWID;
-- since: when this process, told apart by pid and start, was first seen. own: started by Nightguard.
CREATE TABLE healing_processes (
  name TEXT PRIMARY KEY,
  pid INTEGER NOT NULL,
  start TEXT,
  host TEXT NOT NULL,
  since INTEGER NOT NULL,
  own INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
-- What was read out of files, until they change.
CREATE TABLE healing_files (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  stamp TEXT NOT NULL,
  found TEXT NOT NULL,
  PRIMARY KEY (kind, key)
) WITHOUT ROWID;
`,
  },
];
