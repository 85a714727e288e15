import { createActRecord } from '../../../../kernel/act-record.ts';
import { messageOf } from '../../../../kernel/errors.ts';
import type { ActResult, Audit } from '../../../../kernel/ports/audit.ts';
import { ready } from '../append/ready.ts';
import type { AuditContext } from '../context.ts';
import { atomically } from '../ledger/atomically.ts';
import type { Entry, NewEntry } from '../types.ts';
import { entryOfAct } from './entry-of-act.ts';
import { actOf } from './acts.ts';
import { touchedNow } from './touched.ts';

export interface AuditPortContext extends AuditContext {
  workspace: string;
  append: (entry: NewEntry) => Entry;
  /** Told when an act has ended, with the files that it named. */
  onOutcome: (paths: readonly string[], result: ActResult) => void;
}

/**
 * The kernel's audit port on the log. An intent is refused while the log does not verify, so that nothing is begun that could not be recorded.
 * The outcome of an act that has happened is never refused: when the log cannot take it, the database does, and the entry is owed.
 */
export function createAuditPort(context: AuditPortContext): Audit {
  const { database, workspace, clock } = context;
  // The first outcome stays in the act's row; a later, different one is an entry of its own.
  const record = createActRecord(database, clock);
  return {
    intent: (act) =>
      atomically(database, () => {
        ready(context);
        const number = record.intent(act);
        const before = JSON.stringify(touchedNow(workspace, act.paths));
        database.run('INSERT INTO audit_acts (act, before) VALUES (?, ?)', number, before);
        return number;
      }),
    outcome(intent, result) {
      const ended = database.transaction(() => {
        const act = actOf(database, intent);
        const same = act === null || (act.result === result.result && act.reasons === JSON.stringify(result.reasons));
        if (act === null || same) return null;
        record.outcome(intent, result);
        const after = JSON.stringify(touchedNow(workspace, act.paths));
        const entry = entryOfAct(act, result, intent);
        // Also for acts that were begun before this log was.
        database.run("INSERT INTO audit_acts (act, before) VALUES (?, '[]') ON CONFLICT DO NOTHING", intent);
        database.run('UPDATE audit_acts SET after = ?, owed = ? WHERE act = ?', after, JSON.stringify(entry), intent);
        payDebts(context);
        return { paths: act.paths };
      });
      if (ended !== null) context.onOutcome(ended.paths, result);
    },
  };
}

/** Writes the entries that are owed, oldest first, as far as the log takes them. Never throws for the log's sake. */
export function payDebts({ database, append, log }: Pick<AuditPortContext, 'database' | 'append' | 'log'>): Map<number, Entry> {
  const paid = new Map<number, Entry>();
  const owed = database.all<{ act: number; owed: string }>(
    'SELECT act, owed FROM audit_acts WHERE owed IS NOT NULL ORDER BY act',
  );
  for (const { act, owed: entry } of owed) {
    try {
      paid.set(act, append(JSON.parse(entry) as NewEntry));
      database.run('UPDATE audit_acts SET owed = NULL WHERE act = ?', act);
    } catch (error) {
      log.write('error', 'An act could not be written to the audit log; the database keeps it', {
        act,
        reason: messageOf(error),
      });
      break;
    }
  }
  return paid;
}
