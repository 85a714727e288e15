import type { HeldDecision } from '../../../../shared/model/updates.ts';
import type { Database } from '../../../kernel/database.ts';

/** A content that was rolled back; `hash` is '' for a deletion. */
export interface Rejection {
  key: string;
  hash: string;
  release: number;
  /** Rejected by verification, which judges the set and not the file. */
  wholeSet: boolean;
}

/** A person's word on one held file, valid for exactly these contents. */
export interface Decision {
  key: string;
  sourceHash: string | null;
  localHash: string | null;
  decision: HeldDecision;
}

/** What must not be applied again, and what a person decided about it. */
export interface Refusals {
  rejections(): Rejection[];
  reject(rejection: Rejection): void;
  /** The content is welcome again: a person let it, or it was put back by an undo. */
  accept(key: string, hash: string): void;
  decisions(): Decision[];
  decide(decision: Decision, at: number): void;
  forgetDecision(key: string): void;
}

export function createRefusals(database: Database): Refusals {
  return {
    rejections: () =>
      database
        .all<{ key: string; hash: string; release: number; whole_set: number }>('SELECT * FROM rejected')
        .map(({ key, hash, release, whole_set }) => ({ key, hash, release, wholeSet: whole_set === 1 })),
    reject({ key, hash, release, wholeSet }) {
      const sql = 'INSERT OR REPLACE INTO rejected (key, hash, release, whole_set) VALUES (?, ?, ?, ?)';
      database.run(sql, key, hash, release, wholeSet ? 1 : 0);
    },
    accept(key, hash) {
      database.run('DELETE FROM rejected WHERE key = ? AND hash = ?', key, hash);
    },
    decisions: () =>
      database
        .all<{ key: string; source_hash: string | null; local_hash: string | null; decision: HeldDecision }>(
          'SELECT * FROM decisions',
        )
        .map(({ key, source_hash, local_hash, decision }) => ({ key, sourceHash: source_hash, localHash: local_hash, decision })),
    decide({ key, sourceHash, localHash, decision }, at) {
      const sql = 'INSERT OR REPLACE INTO decisions (key, source_hash, local_hash, decision, decided_at) VALUES (?, ?, ?, ?, ?)';
      database.run(sql, key, sourceHash, localHash, decision, at);
    },
    forgetDecision(key) {
      database.run('DELETE FROM decisions WHERE key = ?', key);
    },
  };
}
