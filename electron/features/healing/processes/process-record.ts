import { hostname } from 'node:os';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import type { ProcessIdentity } from '../../../kernel/process-identity.ts';

/** Which process it is that goes by a name. */
export interface KnownProcess extends ProcessIdentity {
  /** When it was first seen. Epoch milliseconds. */
  since: number;
  /** Started by Nightguard. */
  own: boolean;
}

/** What is remembered of processes, across restarts of Nightguard. */
export interface ProcessRecord {
  get(name: string): KnownProcess | null;
  /** A process of another identity begins anew. */
  know(name: string, process: { pid: number; start: string | null }, own: boolean): KnownProcess;
  forget(name: string): void;
}

export function createProcessRecord(database: Database, clock: Pick<Clock, 'now'>): ProcessRecord {
  const get = (name: string): KnownProcess | null => {
    const row = database.get<{ pid: number; start: string | null; host: string; since: number; own: number }>(
      'SELECT pid, start, host, since, own FROM healing_processes WHERE name = ?',
      name,
    );
    return row === undefined ? null : { ...row, own: row.own === 1 };
  };
  return {
    get,
    know(name, { pid, start }, own) {
      const known = get(name);
      if (known !== null && known.pid === pid && known.start === start && known.host === hostname()) return known;
      const fresh = { pid, start, host: hostname(), since: clock.now(), own };
      const sql = 'INSERT OR REPLACE INTO healing_processes (name, pid, start, host, since, own) VALUES (?, ?, ?, ?, ?, ?)';
      database.run(sql, name, pid, start, fresh.host, fresh.since, own ? 1 : 0);
      return fresh;
    },
    forget: (name) => void database.run('DELETE FROM healing_processes WHERE name = ?', name),
  };
}
