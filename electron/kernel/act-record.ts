import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import type { Audit } from './ports/audit.ts';

/** The audit port on the database: intent is durable before the act, outcome after it. */
export function createActRecord(database: Database, clock: Pick<Clock, 'now'>): Audit {
  return {
    intent(act) {
      return database.run(
        'INSERT INTO acts (at, type, target, actor, paths, notes) VALUES (?, ?, ?, ?, ?, ?)',
        clock.now(),
        act.type,
        act.target,
        act.actor,
        JSON.stringify(act.paths),
        act.notes ?? null,
      ).lastId;
    },
    outcome(intent, { result, reasons }) {
      database.run(
        'UPDATE acts SET result = ?, reasons = ?, closed_at = ? WHERE number = ? AND result IS NULL',
        result,
        JSON.stringify(reasons),
        clock.now(),
        intent,
      );
    },
  };
}
