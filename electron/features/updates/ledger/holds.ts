import { z } from 'zod';
import { heldReasonSchema, type HeldItem, type HeldReason, type HeldSet } from '../../../../shared/model/updates.ts';
import type { Database } from '../../../kernel/database.ts';
import { decisionsFor } from '../plan/decisions-for.ts';

/** A held file as a plan finds it; `since` is added by the ledger, which knows when it was first seen. */
export type Hold = Omit<HeldItem, 'since' | 'decisions'> & { key: string };

/** What is held now. */
export interface Holds {
  items(): HeldItem[];
  set(): HeldSet | null;
  /** Replaces what is held by what a cycle found; what was held before keeps its `since`. Returns what is new. */
  replace(holds: readonly Hold[], set: Omit<HeldSet, 'since'> | null, now: number): { items: Hold[]; set: boolean };
}

interface HeldRow {
  key: string;
  path: string;
  reason: HeldReason;
  detail: string;
  source_hash: string | null;
  local_hash: string | null;
  since: number;
}

const reasonsSchema = z.array(z.object({ reason: heldReasonSchema, detail: z.string() }));

export function createHolds(database: Database): Holds {
  const rows = (): HeldRow[] => database.all<HeldRow>('SELECT * FROM held ORDER BY since, key');
  const currentSet = (): HeldSet | null => {
    const sql = 'SELECT token, reasons, files, since FROM held_set';
    const row = database.get<{ token: string; reasons: string; files: number; since: number }>(sql);
    return row === undefined ? null : { ...row, reasons: reasonsSchema.parse(JSON.parse(row.reasons)) };
  };
  return {
    items: () => rows().map(toItem),
    set: currentSet,
    replace: (holds, set, now) =>
      database.transaction(() => {
        const before = new Map(rows().map((row) => [row.key, row]));
        const isKnown = (hold: Hold): boolean => {
          const row = before.get(hold.key);
          return row !== undefined && row.reason === hold.reason && row.source_hash === hold.sourceHash;
        };
        const fresh = holds.filter((hold) => !isKnown(hold));
        database.run('DELETE FROM held');
        for (const hold of holds) insert(database, hold, isKnown(hold) ? (before.get(hold.key)?.since ?? now) : now);
        const setBefore = currentSet();
        database.run('DELETE FROM held_set');
        const isNewSet = set !== null && setBefore?.token !== set.token;
        if (set !== null) {
          const sql = 'INSERT INTO held_set (id, token, reasons, files, since) VALUES (1, ?, ?, ?, ?)';
          database.run(sql, set.token, JSON.stringify(set.reasons), set.files, isNewSet ? now : (setBefore?.since ?? now));
        }
        return { items: fresh, set: isNewSet };
      }),
  };
}

function insert(database: Database, hold: Hold, since: number): void {
  database.run(
    'INSERT INTO held (key, path, reason, detail, source_hash, local_hash, since) VALUES (?, ?, ?, ?, ?, ?, ?)',
    hold.key,
    hold.path,
    hold.reason,
    hold.detail,
    hold.sourceHash,
    hold.localHash,
    since,
  );
}

const toItem = (row: HeldRow): HeldItem => ({
  path: row.path,
  reason: row.reason,
  detail: row.detail,
  sourceHash: row.source_hash,
  localHash: row.local_hash,
  since: row.since,
  decisions: decisionsFor(row.reason),
});
