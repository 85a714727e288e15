import type { Problem } from '../../../shared/model/snapshot.ts';

const WEIGHT = { harm: 0, warning: 1, notice: 2 } as const;
const SHOWN = 2;

/** The problems to show at once, gravest and newest first, with one harm at most, and those that are only counted. */
export function rankProblems(problems: readonly Problem[]): { shown: Problem[]; folded: Problem[] } {
  const ranked = problems.toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || b.at - a.at);
  const shown = ranked.filter((problem, index) => index === 0 || problem.severity !== 'harm').slice(0, SHOWN);
  return { shown, folded: ranked.filter((problem) => !shown.includes(problem)) };
}
