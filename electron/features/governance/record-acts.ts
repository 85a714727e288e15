import type { Act, ActResult, Audit } from '../../kernel/ports/audit.ts';
import type { AuditLog } from './audit-log/index.ts';

export interface RecordOptions {
  /** The database's own record of acts. */
  record: Audit;
  /** The log that acts go to now; null in a workspace without an immune system. @throws AppError `unsafe-path` */
  auditLog: () => AuditLog | null;
  /** Told when the log has refused an intent, or has taken one. */
  onIntent: (accepted: boolean) => void;
}

/**
 * The audit port of the house: AUDIT_LOG.md and the act record where there is an immune system, the act record alone elsewhere. An act that
 * was begun in the log ends in it, also when it has removed what made the log.
 */
export function createActRecorder({ record, auditLog, onIntent }: RecordOptions): Audit {
  const inLog = new Map<number, Audit>();
  return {
    intent(act: Act): number {
      const port = auditLog()?.asPort();
      if (port === undefined) return record.intent(act);
      let accepted = false;
      try {
        const number = port.intent(act);
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
    },
  };
}
