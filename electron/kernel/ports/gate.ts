import type { Act } from './audit.ts';

export type Judgement =
  | { verdict: 'allow' }
  /** A person must decide; the act halts. */
  | { verdict: 'ask'; reason: string }
  | { verdict: 'deny'; reason: string };

/** Every effect asks here first. Doubt is never an allow. */
export interface Gate {
  judge(act: Act): Judgement;
}
