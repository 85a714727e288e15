import type { Migration } from '../../kernel/database.ts';

/** Tables of proposals, signed reviews, answered requests and Telegram messages. Times are epoch milliseconds, hashes SHA-256 in hex. */
export const approvalMigrations: readonly Migration[] = [
  {
    id: 6,
    sql: `
-- token: what a signed review names beside the number, so that it fits no other case of the same content anywhere.
ALTER TABLE consensus_cases ADD COLUMN token TEXT NOT NULL DEFAULT '';
-- The documents of the constitution that change, as JSON; type and paths of the act that is asked about.
ALTER TABLE consensus_cases ADD COLUMN documents TEXT NOT NULL DEFAULT '[]';
ALTER TABLE consensus_cases ADD COLUMN act_type TEXT NOT NULL DEFAULT '';
ALTER TABLE consensus_cases ADD COLUMN paths TEXT NOT NULL DEFAULT '[]';
-- signer: the public key that a vote was proved with; null: somebody's word at the terminal.
ALTER TABLE consensus_votes ADD COLUMN signer TEXT;
ALTER TABLE consensus_votes ADD COLUMN signature TEXT;
ALTER TABLE consensus_votes ADD COLUMN signed_at INTEGER;
CREATE UNIQUE INDEX consensus_votes_signature ON consensus_votes (signature) WHERE signature IS NOT NULL;
-- What was proposed here, and what it replaces: bytes are kept on both sides.
CREATE TABLE consensus_proposals (
  content_hash TEXT PRIMARY KEY,
  path TEXT NOT NULL,
  before BLOB,
  after BLOB NOT NULL,
  proposed_at INTEGER NOT NULL,
  enacted_at INTEGER
) WITHOUT ROWID;
-- The one answer that the bytes of a request have got, under its name. given: it lies beside the request.
CREATE TABLE permission_answers (
  request TEXT NOT NULL,
  request_sha256 TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('allow', 'pending', 'deny')),
  answer TEXT NOT NULL,
  -- The question that it waits for.
  approval INTEGER,
  answered_at INTEGER NOT NULL,
  given INTEGER NOT NULL DEFAULT 0,
  -- When its leave was used at the terminal door.
  taken_at INTEGER,
  PRIMARY KEY (request, request_sha256)
) WITHOUT ROWID;
-- message_id is null while the message is on its way.
CREATE INDEX approval_requests_content ON approval_requests (content_hash);
CREATE TABLE telegram_messages (
  request_id INTEGER PRIMARY KEY REFERENCES approval_requests (id),
  chat_id TEXT NOT NULL,
  message_id INTEGER,
  claimed_at INTEGER NOT NULL,
  ended INTEGER NOT NULL DEFAULT 0
);
`,
  },
];
