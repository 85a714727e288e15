import { beginAct } from '../../../kernel/begin-act.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Act, Audit } from '../../../kernel/ports/audit.ts';
import type { Gate } from '../../../kernel/ports/gate.ts';

/** What every fix asks and tells. */
export interface ActPorts {
  database: Database;
  gate: Gate;
  audit: Audit;
}

/** Leave to do one thing, to be closed with what came of it; or why not. */
export type Leave = { ok: true; close: (done: boolean, reason: string) => void } | { ok: false; reason: string };

/** Asks the gate for one fix and records the intent. */
export function askLeave(ports: ActPorts, act: Act): Leave {
  const { judgement, intent } = beginAct(ports, act);
  if (intent === null) return { ok: false, reason: judgement.reason };
  return {
    ok: true,
    close: (done, reason) =>
      ports.audit.outcome(intent, { result: done ? 'done' : 'failed', reasons: reason === '' ? [] : [reason] }),
  };
}
