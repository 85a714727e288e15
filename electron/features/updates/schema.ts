import type { Migration } from '../../kernel/database.ts';

/**
 * Tables of the updates duty. `key` is a path relative to the root, POSIX separators, Unicode NFC: the identity of a file.
 * `path` is the same name as it is spelt on disk, for I/O. Times are epoch milliseconds, hashes SHA-256 in hex.
 */
export const updatesMigrations: readonly Migration[] = [
  {
    id: 2,
    sql: `
-- What Core and workspace last had in common. The common ancestor of every comparison.
-- gone: Core removed the file and that was accepted, so it no longer counts as missing.
CREATE TABLE base (
  key TEXT PRIMARY KEY,
  hash TEXT NOT NULL,
  gone INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
-- Hashes of files whose identity has not changed since they were read.
CREATE TABLE stat_cache (
  root TEXT NOT NULL CHECK (root IN ('source', 'local')),
  path TEXT NOT NULL,
  ino INTEGER NOT NULL,
  size INTEGER NOT NULL,
  mtime_ns INTEGER NOT NULL,
  ctime_ns INTEGER NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (root, path)
) WITHOUT ROWID;
-- The source root as it was when it was last trusted.
CREATE TABLE source_root (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  path TEXT NOT NULL,
  marker TEXT NOT NULL,
  trusted_at INTEGER NOT NULL
);
CREATE TABLE releases (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  of TEXT,
  status TEXT NOT NULL,
  trigger TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  finished_at INTEGER,
  reason TEXT,
  intent INTEGER,
  rolled_back_by INTEGER REFERENCES releases (number),
  takes_back TEXT NOT NULL
);
-- The journal of a release while it runs, its record afterwards.
CREATE TABLE release_files (
  release INTEGER NOT NULL REFERENCES releases (number),
  seq INTEGER NOT NULL,
  key TEXT NOT NULL,
  path TEXT NOT NULL,
  type TEXT NOT NULL,
  before_hash TEXT,
  before_mode INTEGER,
  after_hash TEXT,
  after_mode INTEGER,
  size INTEGER,
  slot TEXT NOT NULL,
  archive_id INTEGER,
  base_before TEXT,
  base_after TEXT,
  rejects TEXT NOT NULL,
  PRIMARY KEY (release, seq)
) WITHOUT ROWID;
CREATE INDEX release_files_key ON release_files (key, release);
-- Folders that a release made, and folders that it empties and removes: an undo leaves no trace.
CREATE TABLE release_folders (
  release INTEGER NOT NULL REFERENCES releases (number),
  path TEXT NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('made', 'emptied')),
  PRIMARY KEY (release, path, what)
) WITHOUT ROWID;
CREATE INDEX release_folders_path ON release_folders (path);
CREATE TABLE verifications (
  release INTEGER NOT NULL REFERENCES releases (number),
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  passed INTEGER NOT NULL,
  duration_ms REAL NOT NULL,
  output TEXT NOT NULL,
  PRIMARY KEY (release, seq)
) WITHOUT ROWID;
CREATE TABLE archive (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL,
  path TEXT NOT NULL,
  hash TEXT NOT NULL,
  mode INTEGER NOT NULL,
  size INTEGER NOT NULL,
  archived_at INTEGER NOT NULL,
  archive_path TEXT NOT NULL UNIQUE,
  release INTEGER REFERENCES releases (number)
);
CREATE INDEX archive_key ON archive (key, archived_at);
CREATE INDEX archive_hash ON archive (hash);
-- Contents that were rolled back: not applied again until Core changes or a person lets them.
-- hash is '' for a rejected deletion. whole_set: rejected by verification, which judges sets, not files:
-- in force only while every file of that release is still as it was rejected.
CREATE TABLE rejected (
  key TEXT NOT NULL,
  hash TEXT NOT NULL,
  whole_set INTEGER NOT NULL,
  release INTEGER NOT NULL REFERENCES releases (number),
  PRIMARY KEY (key, hash)
) WITHOUT ROWID;
-- What a person decided about a held file, valid for exactly these contents.
CREATE TABLE decisions (
  key TEXT PRIMARY KEY,
  source_hash TEXT,
  local_hash TEXT,
  decision TEXT NOT NULL,
  decided_at INTEGER NOT NULL
) WITHOUT ROWID;
-- What is held now; rewritten by each cycle, keeping since.
CREATE TABLE held (
  key TEXT PRIMARY KEY,
  path TEXT NOT NULL,
  reason TEXT NOT NULL,
  detail TEXT NOT NULL,
  source_hash TEXT,
  local_hash TEXT,
  since INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE held_set (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  token TEXT NOT NULL,
  reasons TEXT NOT NULL,
  files INTEGER NOT NULL,
  since INTEGER NOT NULL
);
-- Entries of update_log.json that were there before Nightguard.
CREATE TABLE imported_entries (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  entry TEXT NOT NULL
);
CREATE TABLE imports_cache (
  hash TEXT PRIMARY KEY,
  language TEXT NOT NULL,
  imports TEXT NOT NULL
) WITHOUT ROWID;
`,
  },
];
