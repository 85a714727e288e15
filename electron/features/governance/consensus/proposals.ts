import type { Database } from '../../../kernel/database.ts';
import { hashOfAmendment, type Amendment } from './amendment.ts';

/** Proposed documents, with what they replace. Bytes are kept on both sides, also after they have been put in force. */
export interface Proposals {
  keep(amendment: Amendment, now: number): void;
  /** Null when nothing of that hash was proposed here. */
  get(contentHash: string): Amendment | null;
  enacted(contentHash: string, now: number): void;
}

interface Row {
  path: string;
  before: Uint8Array | null;
  after: Uint8Array;
}

export const createProposals = (database: Database): Proposals => ({
  keep(amendment, now) {
    const sql =
      'INSERT INTO consensus_proposals (content_hash, path, before, after, proposed_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING';
    database.run(sql, hashOfAmendment(amendment), amendment.path, amendment.before, amendment.after, now);
  },
  get(contentHash) {
    const row = database.get<Row>('SELECT path, before, after FROM consensus_proposals WHERE content_hash = ?', contentHash);
    // A database is a file: what was agreed on is what has the hash, nothing else.
    return row !== undefined && hashOfAmendment(row) === contentHash ? row : null;
  },
  enacted(contentHash, now) {
    database.run('UPDATE consensus_proposals SET enacted_at = ? WHERE content_hash = ?', now, contentHash);
  },
});
