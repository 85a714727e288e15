import type { Migration } from '../../kernel/database.ts';

/** Tables of the security duty. Times are epoch milliseconds; columns of JSON say so. */
export const securityMigrations: readonly Migration[] = [
  {
    id: 9,
    sql: `
CREATE TABLE security_runs (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  trigger TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  finished_at INTEGER,
  -- NULL while it runs
  status TEXT,
  reason TEXT NOT NULL DEFAULT '',
  -- JSON: SecurityReport
  report TEXT,
  -- JSON: UpgradeOutcome[]
  upgrades TEXT NOT NULL DEFAULT '[]',
  logged INTEGER NOT NULL DEFAULT 0,
  rolled_back_at INTEGER
);
-- One change of one environment: the journal while it runs, and the way back afterwards.
CREATE TABLE security_attempts (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  run INTEGER NOT NULL REFERENCES security_runs (number),
  ecosystem TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('preparing', 'changing', 'testing', 'kept', 'restoring', 'taken-back', 'rolled-back')),
  intent INTEGER NOT NULL,
  -- JSON: PlannedUpgrade[]
  upgrades TEXT NOT NULL,
  -- JSON: absolute paths that the snapshot holds, in order
  places TEXT NOT NULL,
  -- JSON: hashes of the files that this attempt writes itself
  writes TEXT NOT NULL,
  -- JSON: process groups that may be at work
  processes TEXT NOT NULL DEFAULT '[]',
  -- JSON: digests of the places when it was kept
  after TEXT,
  reason TEXT NOT NULL DEFAULT ''
);
CREATE INDEX security_attempts_run ON security_attempts (run);
-- Versions that were tried and taken back. In force while the circumstances are the same.
CREATE TABLE security_refusals (
  ecosystem TEXT NOT NULL,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  circumstances TEXT NOT NULL,
  run INTEGER NOT NULL,
  PRIMARY KEY (ecosystem, name, version)
) WITHOUT ROWID;
`,
  },
];
