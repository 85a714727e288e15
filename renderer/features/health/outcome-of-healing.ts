import type { HealthReport } from '../../../shared/model/healing.ts';
import type { Outcome } from '../frame/outcome.ts';

/** What a look that a person asked for came to: what was mended, what was not, with the reasons. Pure. */
export function outcomeOfHealing({ treatments, issues, checks }: HealthReport): Outcome {
  const reason = treatments.length === 0 ? null : treatments.map(({ details }) => details).join(' ');
  const told = (tone: Outcome['tone'], key: string, count: number): Outcome => ({
    key: `panel.health.outcome.${key}`,
    values: { count },
    undo: null,
    tone,
    reason,
  });
  const healed = treatments.filter(({ result }) => result === 'healed').length;
  if (treatments.length > healed) return told('asks', 'notHealed', treatments.length - healed);
  if (healed > 0) return told('good', 'healed', healed);
  if (issues.length > 0) return told('asks', 'issues', issues.length);
  const unknown = checks.filter(({ state }) => state === 'could-not-check').length;
  return unknown > 0 ? told('neutral', 'unknown', unknown) : told('good', 'well', checks.length);
}
