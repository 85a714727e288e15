import type { Act } from './audit.ts';

export type Judgement =
  | { verdict: 'allow' }
  /** A person must decide; the act halts. `again`: the question, or its answer, is known already and recorded. */
  | { verdict: 'ask'; reason: string; again?: boolean }
  | { verdict: 'deny'; reason: string; again?: boolean };

/**
 * Every effect asks here first. Doubt is never an allow. An approval that fits is used up by the judgement: call it by `beginAct`, which
 * records the intent in the same transaction.
 */
export interface Gate {
  judge(act: Act): Judgement;
}
