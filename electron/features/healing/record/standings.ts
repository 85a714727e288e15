import type { Database } from '../../../kernel/database.ts';
import { standingSchema, type Standing } from '../cycle/standing.ts';

/** How the checks stand, across restarts. */
export interface Standings {
  get(id: string): Standing | undefined;
  set(id: string, standing: Standing): void;
  /** Forgets checks that are no more. */
  keep(ids: ReadonlySet<string>): void;
  /** Writes what has changed for longer than this process: all but the count of quiet looks. */
  flush(): void;
}

/** Read once, written when more than the count of looks has changed: a quiet night writes nothing. */
export function createStandings(database: Database): Standings {
  const all = new Map<string, Standing>();
  const written = new Map<string, string>();
  for (const row of database.all<{ id: string; standing: string }>('SELECT id, standing FROM healing_standings')) {
    const parsed = standingSchema.safeParse(JSON.parse(row.standing));
    if (!parsed.success) continue;
    all.set(row.id, parsed.data);
    written.set(row.id, essence(parsed.data));
  }
  return {
    get: (id) => all.get(id),
    set: (id, standing) => void all.set(id, standing),
    keep(ids) {
      for (const id of all.keys()) {
        if (ids.has(id)) continue;
        all.delete(id);
        written.delete(id);
        database.run('DELETE FROM healing_standings WHERE id = ?', id);
      }
    },
    flush() {
      const changed = [...all].filter(([id, standing]) => written.get(id) !== essence(standing));
      if (changed.length === 0) return;
      database.transaction(() => {
        for (const [id, standing] of changed) {
          const sql = 'INSERT OR REPLACE INTO healing_standings (id, standing) VALUES (?, ?)';
          database.run(sql, id, JSON.stringify(standing));
        }
      });
      for (const [id, standing] of changed) written.set(id, essence(standing));
    },
  };
}

const essence = ({ streak, wait, ...rest }: Standing): string =>
  JSON.stringify({ ...rest, streak: Math.min(streak, 2), isWaiting: wait > 0 });
