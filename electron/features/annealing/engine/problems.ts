import type { ErrorGroup, GroupState } from '../../../../shared/model/annealing.ts';
import type { Problem } from '../../../../shared/model/snapshot.ts';

/** States of which a person hears. */
export const REPEATING: readonly GroupState[] = ['recurring', 'proposed', 'regressed'];

/** One problem a group that repeats: its key, how often it came, and the release that is the suspect. Pure. */
export const recurringProblems = (groups: readonly ErrorGroup[]): Problem[] => groups.map(problemOf);

function problemOf({ key, count, lastSeen, analysis, fix, state }: ErrorGroup): Problem {
  const suspect = analysis?.suspect ?? null;
  const facts = `${key} ×${count}`;
  const base = { at: lastSeen, severity: 'warning' as const };
  if (state === 'regressed' && fix !== null && (fix.state === 'taken-back' || fix.state === 'left'))
    return {
      ...base,
      code: 'fix-taken-back',
      detail: `${facts} · ${fix.reason}`,
      release: fix.state === 'left' ? fix.release : null,
    };
  const suspicion =
    suspect === null ? '' : ` · first seen ${suspect.minutesBefore} min. after ${suspect.release}: the update is the suspect`;
  return { ...base, code: 'error-recurring', detail: `${facts}${suspicion}`, release: suspect?.release ?? null };
}
