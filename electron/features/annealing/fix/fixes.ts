import type { AppliedFix } from '../../../../shared/model/annealing.ts';
import type { Trigger } from '../../../../shared/model/updates.ts';
import type { Database } from '../../../kernel/database.ts';

/** One patch of a group that was asked for. */
export interface Fix extends AppliedFix {
  id: number;
  group: number;
  trigger: Trigger;
  afterHash: string;
}

/** Every patch that was asked for, and what became of it. */
export interface Fixes {
  /** Writes what became of it; a patch that was asked for before keeps its place. */
  put(fix: Omit<Fix, 'id'>): void;
  drop(group: number): void;
  newest(group: number): Fix | null;
  /** The newest time that exactly this content was applied for a group, or asked for. */
  find(group: number, afterHash: string): Fix | null;
  asked(): Fix[];
  settle(id: number, state: AppliedFix['state'], reason: string): void;
}

const COLUMNS = 'id, group_id AS "group", state, release, file, verdict, at, reason, trigger, after_hash AS afterHash';

export function createFixes(database: Database): Fixes {
  return {
    put({ group, state, at, trigger, file, afterHash, verdict, release, reason }) {
      database.transaction(() => {
        database.run("DELETE FROM error_fixes WHERE group_id = ? AND state = 'asked'", group);
        database.run(
          `INSERT INTO error_fixes (group_id, state, at, trigger, file, after_hash, verdict, release, reason)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          group, state, at, trigger, file, afterHash, verdict, release, reason,
        ); // prettier-ignore
      });
    },
    drop: (group) => void database.run("DELETE FROM error_fixes WHERE group_id = ? AND state = 'asked'", group),
    newest: (group) =>
      database.get<Fix>(`SELECT ${COLUMNS} FROM error_fixes WHERE group_id = ? ORDER BY id DESC LIMIT 1`, group) ?? null,
    find: (group, afterHash) =>
      database.get<Fix>(
        `SELECT ${COLUMNS} FROM error_fixes WHERE group_id = ? AND after_hash = ? ORDER BY id DESC LIMIT 1`,
        group,
        afterHash,
      ) ?? null,
    asked: () => database.all<Fix>(`SELECT ${COLUMNS} FROM error_fixes WHERE state = 'asked' ORDER BY id`),
    settle: (id, state, reason) =>
      void database.run('UPDATE error_fixes SET state = ?, reason = ? WHERE id = ?', state, reason, id),
  };
}
