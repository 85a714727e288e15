import type { SelfCheck } from '../../../../shared/model/governance.ts';

/** How many checks came to each result. */
export function tallyOf(self: readonly SelfCheck[]): Record<SelfCheck['result'], number> {
  const tally = { ok: 0, violated: 0, 'could-not-check': 0 };
  for (const { result } of self) tally[result] += 1;
  return tally;
}

const WEIGHT = { violated: 0, 'could-not-check': 1, ok: 2 } as const;

/** What is wrong first, then what is not known. */
export const rankChecks = (self: readonly SelfCheck[]): SelfCheck[] =>
  self.toSorted((a, b) => WEIGHT[a.result] - WEIGHT[b.result]);
