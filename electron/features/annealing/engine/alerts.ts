import type { Analysis, ErrorGroup } from '../../../../shared/model/annealing.ts';

/** What the Technical Director is told: once for each analysis, however often the error came. */
export interface AnnealingAlert {
  /** Same cause, same text: whoever delivers may replace or hold back by it. */
  cause: string;
  severity: 'WARNING' | 'ERROR';
  /** Agent of 97layerOS. */
  to: 'TD';
  group: ErrorGroup;
  analysis: Analysis;
}

/** The alert of an analysis. Pure. */
export const alertOf = (group: ErrorGroup, analysis: Analysis): AnnealingAlert => ({
  cause: `annealing:${group.id}`,
  severity: group.state === 'regressed' ? 'ERROR' : 'WARNING',
  to: 'TD',
  group,
  analysis,
});
