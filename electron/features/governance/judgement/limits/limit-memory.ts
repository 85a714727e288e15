import type { LimitFinding } from '../../../../../shared/model/governance.ts';
import type { Database } from '../../../../kernel/database.ts';

type Limit = LimitFinding['limit'];

/** Remembers since when a structure exceeds a limit. */
export interface LimitMemory {
  /** Records what is exceeded now, forgets what no longer is, and says since when. `structure` is relative to the workspace. */
  since(structure: string, violations: readonly Limit[], now: number): ReadonlyMap<Limit, number>;
  /** Forgets structures that are not there any more: another one of the same name begins anew. */
  keepOnly(structures: ReadonlySet<string>): void;
}

export const createLimitMemory = (database: Database): LimitMemory => ({
  keepOnly: (structures) =>
    database.transaction(() => {
      const known = database.all<{ structure: string }>('SELECT DISTINCT structure FROM limit_violations');
      for (const { structure } of known)
        if (!structures.has(structure)) database.run('DELETE FROM limit_violations WHERE structure = ?', structure);
    }),
  since: (structure, violations, now) =>
    database.transaction(() => {
      const rows = database.all<{ limit: Limit; since: number }>(
        'SELECT "limit", since FROM limit_violations WHERE structure = ?',
        structure,
      );
      const known = new Map(rows.map((row) => [row.limit, row.since]));
      for (const limit of known.keys()) {
        if (!violations.includes(limit))
          database.run('DELETE FROM limit_violations WHERE structure = ? AND "limit" = ?', structure, limit);
      }
      return new Map(
        violations.map((limit) => {
          const first = known.get(limit);
          if (first === undefined)
            database.run('INSERT INTO limit_violations (structure, "limit", since) VALUES (?, ?, ?)', structure, limit, now);
          return [limit, first ?? now];
        }),
      );
    }),
});
