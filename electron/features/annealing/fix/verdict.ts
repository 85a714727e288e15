import type { Analysis, Suggestion } from '../../../../shared/model/annealing.ts';

/** Why there is nothing to apply, for people. Pure. */
export function whyNone(analysis: Analysis | null): string {
  if (analysis === null) return 'it was not analysed yet';
  const refuted = analysis.suggestions.find(({ proof }) => proof?.verdict === 'refuted');
  if (refuted !== undefined) return `the patch was refuted: ${refuted.proof?.reason ?? ''}`;
  if (analysis.suggestions.length === 0) return 'no rule applies';
  return analysis.suggestions.find(({ noPatch }) => noPatch !== null)?.noPatch ?? 'there is advice, and no patch';
}

/** What is known of it; what was never tried is not proven. */
export const verdictOf = ({ proof }: Pick<Suggestion, 'proof'>): 'proven' | 'not-proven' =>
  proof?.verdict === 'proven' ? 'proven' : 'not-proven';
