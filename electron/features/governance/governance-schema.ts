import type { Migration } from '../../kernel/database.ts';
import { approvalMigrations } from './approvals-schema.ts';

/** Tables of judgements, approvals, consensus and dissolution. Times are epoch milliseconds, hashes SHA-256 in hex. */
export const governanceMigrations: readonly Migration[] = [
  {
    id: 4,
    sql: `
-- Limits that a structure exceeds, since when: the seven days count from here. Gone when it is within its limit again.
CREATE TABLE limit_violations (
  structure TEXT NOT NULL,
  "limit" TEXT NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY (structure, "limit")
) WITHOUT ROWID;
-- What the immune system's own files were when they were last accepted.
CREATE TABLE immune_manifest (
  path TEXT PRIMARY KEY,
  hash TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  recorded_by TEXT NOT NULL
) WITHOUT ROWID;
-- fingerprint: act and content together; what an approval is good for.
CREATE TABLE approval_requests (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  fingerprint TEXT NOT NULL,
  actor TEXT NOT NULL,
  type TEXT NOT NULL,
  target TEXT NOT NULL,
  paths TEXT NOT NULL,
  summary TEXT NOT NULL,
  diff TEXT,
  content_hash TEXT NOT NULL,
  risk TEXT NOT NULL,
  rule TEXT NOT NULL,
  procedure TEXT NOT NULL CHECK (procedure IN ('person', 'meta')),
  file TEXT,
  state TEXT NOT NULL CHECK (state IN ('pending', 'approved', 'denied', 'expired', 'used')),
  asked_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  decided_at INTEGER,
  decided_by TEXT,
  reason TEXT,
  valid_until INTEGER,
  used_at INTEGER
);
CREATE UNIQUE INDEX approval_requests_open ON approval_requests (fingerprint) WHERE state IN ('pending', 'approved');
CREATE INDEX approval_requests_fingerprint ON approval_requests (fingerprint, id);
CREATE TABLE consensus_cases (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  target TEXT NOT NULL,
  kind TEXT NOT NULL,
  change_type TEXT NOT NULL,
  description TEXT NOT NULL,
  rationale TEXT NOT NULL,
  canon_reference TEXT NOT NULL,
  author TEXT NOT NULL,
  evidence TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  version_before TEXT,
  version_after TEXT,
  proven_formal INTEGER NOT NULL,
  -- 0: a set of files, which has no version of its own.
  versioned INTEGER NOT NULL,
  opened_at INTEGER NOT NULL,
  closed_at INTEGER,
  outcome TEXT,
  owed INTEGER NOT NULL DEFAULT 0,
  reminded_at INTEGER
);
CREATE TABLE consensus_votes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id INTEGER NOT NULL REFERENCES consensus_cases (id),
  agent TEXT NOT NULL,
  model TEXT NOT NULL,
  organization TEXT NOT NULL,
  verdict TEXT NOT NULL,
  rationale TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  at INTEGER NOT NULL
);
CREATE INDEX consensus_votes_case ON consensus_votes (case_id);
CREATE TABLE consensus_persons (
  case_id INTEGER NOT NULL REFERENCES consensus_cases (id),
  person TEXT NOT NULL,
  verdict TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (case_id, person)
) WITHOUT ROWID;
-- The journal of a dissolution: what is left to do, or to take back, after a crash.
CREATE TABLE dissolutions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  structure TEXT NOT NULL,
  plan TEXT NOT NULL,
  step TEXT NOT NULL CHECK (step IN ('summarising', 'archiving', 'removing', 'recording', 'done', 'taken-back')),
  intent INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  finished_at INTEGER,
  detail TEXT
);
`,
  },
  ...approvalMigrations,
];
