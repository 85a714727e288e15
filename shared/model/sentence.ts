import { needsYouCount, type Problem, type Snapshot } from './snapshot.ts';

/** A key in the locales and the values that its text needs. */
export interface Sentence {
  key: string;
  values: Record<string, string | number>;
}

/** The problem that leads: the newest harm. The others are counted, not shouted. */
export const leadingProblem = (problems: readonly Problem[]): Problem | null =>
  problems
    .filter((problem) => problem.severity === 'harm')
    .reduce<Problem | null>((newest, problem) => (newest === null || problem.at > newest.at ? problem : newest), null);

const plain = (key: string): Sentence => ({ key, values: {} });

/**
 * The one sentence of tray tooltip and Overview. A harm is named (`problem.<code>`) rather than announced;
 * "could not check" has words of its own and is never good.
 */
export function sentenceOf(snapshot: Snapshot): Sentence {
  switch (snapshot.overall) {
    case 'problem': {
      const problem = leadingProblem(snapshot.problems);
      return plain(problem === null ? 'sentence.problem' : `problem.${problem.code}`);
    }
    case 'needs-you': {
      const count = needsYouCount(snapshot);
      return count === 0 ? plain('sentence.settings') : { key: 'sentence.needs-you', values: { count } };
    }
    case 'unknown':
      return plain(snapshot.lastCheck?.result === 'could-not-check' ? 'sentence.could-not-check' : 'sentence.unknown');
    case 'good':
    case 'working':
    case 'paused':
      return plain(`sentence.${snapshot.overall}`);
  }
}
