import type { Database } from './database.ts';
import type { Act, Audit } from './ports/audit.ts';
import type { Gate, Judgement } from './ports/gate.ts';

/** `intent` is to be closed by `audit.outcome` when the act may begin; a refusal is recorded and closed already. */
export type Begun =
  | { judgement: Extract<Judgement, { verdict: 'allow' }>; intent: number }
  | { judgement: Exclude<Judgement, { verdict: 'allow' }>; intent: null };

/**
 * Judges an act and records its intent as one: after a crash either the approval is used and the act has begun, or neither. `alongside`
 * joins what else must be there from the start, such as a journal; when it throws, nothing was begun and the approval is still good.
 */
export function beginAct(
  { database, gate, audit }: { database: Database; gate: Gate; audit: Audit },
  act: Act,
  alongside: (intent: number) => void = () => undefined,
): Begun {
  return database.transaction(() => {
    const judgement = gate.judge(act);
    // A question that is still open is not recorded with every look.
    if (judgement.verdict !== 'allow' && judgement.again === true) return { judgement, intent: null };
    const intent = audit.intent(act);
    if (judgement.verdict !== 'allow') {
      audit.outcome(intent, { result: 'refused', reasons: [judgement.reason] });
      return { judgement, intent: null };
    }
    alongside(intent);
    return { judgement, intent };
  });
}
