import type { Database } from '../../kernel/database.ts';
import type { Act, ActResult, Audit } from '../../kernel/ports/audit.ts';
import { thisProcess } from '../../kernel/process-identity.ts';
import type { AuditLog } from './audit-log/index.ts';

export interface RecordOptions {
  database: Database;
  /** The database's own record of acts. */
  record: Audit;
  /** The log that acts go to now; null in a workspace without an immune system. @throws AppError `unsafe-path` */
  auditLog: () => AuditLog | null;
  /** @throws when nothing may be begun on this log, whatever its chain says */
  assertSound: (log: AuditLog) => void;
  /** Told when the log has refused an intent, or has taken one. */
  onIntent: (accepted: boolean) => void;
}

/**
 * The audit port of the house: AUDIT_LOG.md and the act record where there is an immune system, the act record alone elsewhere. An act that
 * was begun in the log ends in it, also when it has removed what made the log. Each is kept with the process that began it.
 */
export function createActRecorder({ database, record, auditLog, assertSound, onIntent }: RecordOptions): Audit {
  const inLog = new Map<number, Audit>();
  const { pid, start, host } = thisProcess();
  const begin = (port: Audit, act: Act): number =>
    database.transaction(() => {
      const number = port.intent(act);
      database.run('INSERT OR REPLACE INTO act_runners (act, pid, start, host) VALUES (?, ?, ?, ?)', number, pid, start, host);
      return number;
    });
  return {
    intent(act: Act): number {
      const log = auditLog();
      if (log === null) return begin(record, act);
      const port = log.asPort();
      let accepted = false;
      try {
        assertSound(log);
        const number = begin(port, act);
        inLog.set(number, port);
        accepted = true;
        return number;
      } finally {
        onIntent(accepted);
      }
    },
    outcome(intent: number, result: ActResult): void {
      const port = inLog.get(intent) ?? auditLog()?.asPort() ?? record;
      inLog.delete(intent);
      port.outcome(intent, result);
      database.run('DELETE FROM act_runners WHERE act = ?', intent);
    },
  };
}
