import type { Migration } from './database.ts';

/** Tables that belong to no duty: the record of acts, and small facts. */
export const kernelMigrations: readonly Migration[] = [
  {
    id: 1,
    sql: `
CREATE TABLE acts (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  type TEXT NOT NULL,
  target TEXT NOT NULL,
  actor TEXT NOT NULL,
  paths TEXT NOT NULL,
  notes TEXT,
  result TEXT,
  reasons TEXT,
  closed_at INTEGER
);
CREATE TABLE facts (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
`,
  },
];
