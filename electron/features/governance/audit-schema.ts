import type { Migration } from '../../kernel/database.ts';

/** Tables of the audit log. Times are epoch milliseconds, offsets and lengths bytes, `full` and `span` SHA-256 (hex). */
export const auditMigrations: readonly Migration[] = [
  {
    id: 3,
    sql: `
-- What AUDIT_LOG.md says, entry by entry, with the full chain beside its 64-bit one. number runs over all segments.
-- span: hash of every byte of the file from span_offset (the end of the entry before) to the entry's end.
CREATE TABLE audit_entries (
  number INTEGER PRIMARY KEY,
  segment INTEGER NOT NULL,
  position INTEGER NOT NULL,
  span_offset INTEGER NOT NULL,
  offset INTEGER NOT NULL,
  length INTEGER NOT NULL,
  span TEXT NOT NULL,
  hash TEXT NOT NULL,
  full TEXT NOT NULL,
  timestamp TEXT NOT NULL,
  type TEXT NOT NULL,
  target TEXT NOT NULL,
  result TEXT NOT NULL,
  reasons TEXT NOT NULL,
  notes TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('own', 'foreign')),
  act INTEGER,
  -- The exact texts of an own entry where the log shows them in another form.
  exact TEXT
);
CREATE INDEX audit_entries_act ON audit_entries (act) WHERE act IS NOT NULL;
CREATE INDEX audit_entries_type ON audit_entries (type, number);
-- The end of the log as we left it. stamp: inode, size, mtime and ctime; another one means that somebody else was there.
CREATE TABLE audit_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  segment INTEGER NOT NULL,
  position INTEGER NOT NULL,
  number INTEGER NOT NULL,
  size INTEGER NOT NULL,
  stamp TEXT NOT NULL,
  hash TEXT NOT NULL,
  full TEXT NOT NULL,
  entries_end INTEGER NOT NULL
);
-- Segments that were closed. path is relative to the log's folder, POSIX separators. full_before: where its full chain begins.
CREATE TABLE audit_segments (
  number INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  entries INTEGER NOT NULL,
  last INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  end_hash TEXT NOT NULL,
  full_before TEXT NOT NULL,
  end_full TEXT NOT NULL,
  sealed_at INTEGER NOT NULL
);
CREATE TABLE audit_checkpoints (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  entries INTEGER NOT NULL,
  full TEXT NOT NULL,
  note TEXT NOT NULL,
  path TEXT
);
CREATE TABLE audit_verifications (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  level TEXT NOT NULL,
  state TEXT NOT NULL,
  result TEXT NOT NULL
);
-- Hashes of what an act touched. owed: the entry could not be written to the log yet.
CREATE TABLE audit_acts (
  act INTEGER PRIMARY KEY REFERENCES acts (number),
  before TEXT NOT NULL,
  after TEXT,
  owed TEXT
);
CREATE INDEX audit_acts_owed ON audit_acts (act) WHERE owed IS NOT NULL;
-- Files that may change by a logged act only. hash is null when there was no file.
CREATE TABLE audit_guarded (
  path TEXT PRIMARY KEY,
  hash TEXT,
  at INTEGER NOT NULL,
  entry INTEGER NOT NULL
) WITHOUT ROWID;
`,
  },
  {
    id: 5,
    sql: `
-- How many entries there are of each kind: a viewer of a million entries must not count them.
CREATE TABLE audit_tally (
  type TEXT NOT NULL,
  result TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (type, result)
) WITHOUT ROWID;
INSERT INTO audit_tally SELECT type, result, count(*) FROM audit_entries GROUP BY type, result;
CREATE TRIGGER audit_entries_tally AFTER INSERT ON audit_entries BEGIN
  INSERT INTO audit_tally VALUES (new.type, new.result, 1) ON CONFLICT (type, result) DO UPDATE SET n = n + 1;
END;
CREATE INDEX audit_entries_result ON audit_entries (result, number);
CREATE INDEX audit_entries_kind ON audit_entries (type, result, number);
CREATE INDEX acts_open ON acts (number) WHERE result IS NULL;
-- Which process began an act: one that is dead will not end it.
CREATE TABLE act_runners (
  act INTEGER PRIMARY KEY REFERENCES acts (number),
  pid INTEGER NOT NULL,
  -- Tells the process from a later one of the same id; null where the system does not say.
  start TEXT,
  host TEXT NOT NULL
);
-- Acts that ended with their process. Shown until a person has acknowledged them.
CREATE TABLE interrupted_acts (
  act INTEGER PRIMARY KEY REFERENCES acts (number),
  found_at INTEGER NOT NULL,
  acknowledged_at INTEGER
);
-- What each structure was judged at the last scan. Paths are relative to the workspace.
CREATE TABLE structure_verdicts (
  structure TEXT PRIMARY KEY,
  verdict TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- 1: it was so when structures were first looked at.
  known INTEGER NOT NULL
) WITHOUT ROWID;
`,
  },
];
