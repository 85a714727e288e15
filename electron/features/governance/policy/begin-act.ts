import type { Database } from '../../../kernel/database.ts';
import type { Audit } from '../../../kernel/ports/audit.ts';
import type { Judgement } from '../../../kernel/ports/gate.ts';
import type { GovernedAct } from './fingerprint.ts';
import type { PolicyGate } from './policy-gate.ts';

/** `intent` is to be closed by `audit.outcome` when the act may begin; a refusal is recorded and closed already. */
export type Begun =
  | { judgement: Extract<Judgement, { verdict: 'allow' }>; intent: number }
  | { judgement: Exclude<Judgement, { verdict: 'allow' }>; intent: null };

/**
 * Judges an act and records its intent as one: after a crash either the approval is used and the act has begun, or neither. `alongside`
 * joins what else must be there from the start, such as a journal.
 */
export function beginAct(
  { database, gate, audit }: { database: Database; gate: PolicyGate; audit: Audit },
  act: GovernedAct,
  alongside: (intent: number) => void = () => undefined,
): Begun {
  return database.transaction(() => {
    const judgement = gate.judge(act);
    const intent = audit.intent(act);
    if (judgement.verdict !== 'allow') {
      audit.outcome(intent, { result: 'refused', reasons: [judgement.reason] });
      return { judgement, intent: null };
    }
    alongside(intent);
    return { judgement, intent };
  });
}
