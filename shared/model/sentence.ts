import { needsYouCount, type Problem, type Snapshot } from './snapshot.ts';

/** A key in the locales and the values that its text needs. */
export interface Sentence {
  key: string;
  values: Record<string, string | number>;
}

/** The newest problem of a severity: the one that leads. The others are counted, not shouted. */
export const leadingProblem = (problems: readonly Problem[], severity: Problem['severity']): Problem | null =>
  problems
    .filter((problem) => problem.severity === severity)
    .reduce<Problem | null>((newest, problem) => (newest === null || problem.at > newest.at ? problem : newest), null);

const plain = (key: string): Sentence => ({ key, values: {} });

/**
 * The one sentence of tray tooltip and Overview. A harm, or a warning that nothing else outweighs, is named (`problem.<code>`) rather than announced;
 * "could not check" has words of its own and is never good.
 */
export function sentenceOf(snapshot: Snapshot): Sentence {
  switch (snapshot.overall) {
    case 'problem': {
      const problem = leadingProblem(snapshot.problems, 'harm');
      return plain(problem === null ? 'sentence.problem' : `problem.${problem.code}`);
    }
    case 'needs-you': {
      const count = needsYouCount(snapshot);
      if (count > 0) return { key: 'sentence.needs-you', values: { count } };
      const warning = snapshot.settingsProblem === null ? leadingProblem(snapshot.problems, 'warning') : null;
      return plain(warning === null ? 'sentence.settings' : `problem.${warning.code}`);
    }
    case 'unknown':
      return plain(snapshot.lastCheck?.result === 'could-not-check' ? 'sentence.could-not-check' : 'sentence.unknown');
    case 'good':
    case 'working':
    case 'paused':
      return plain(`sentence.${snapshot.overall}`);
  }
}
