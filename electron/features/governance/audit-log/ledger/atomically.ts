import type { Database } from '../../../../kernel/database.ts';

/** A transaction whose failure undoes its own rows even when it has joined another one, which may go on after catching the error. */
export function atomically<T>(database: Database, work: () => T): T {
  return database.transaction(() => {
    database.run('SAVEPOINT audit_step');
    let done = false;
    try {
      const result = work();
      done = true;
      return result;
    } finally {
      if (!done) database.run('ROLLBACK TO audit_step');
      database.run('RELEASE audit_step');
    }
  });
}
