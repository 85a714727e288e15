import { needsYouCount, type Overall, type Problem, type Snapshot } from './snapshot.ts';

/** A key in the locales and the values that its text needs. */
export interface Sentence {
  key: string;
  values: Record<string, string | number>;
}

/** The newest problem of a severity: the one that leads. The others are counted, not shouted. */
const leadingProblem = (problems: readonly Problem[], severity: Problem['severity']): Problem | null =>
  problems
    .filter((problem) => problem.severity === severity)
    .reduce<Problem | null>((newest, problem) => (newest === null || problem.at > newest.at ? problem : newest), null);

const plain = (key: string): Sentence => ({ key, values: {} });

const SENTENCES: Readonly<Record<Overall, (snapshot: Snapshot) => Sentence>> = {
  good: () => plain('sentence.good'),
  working: () => plain('sentence.working'),
  paused: () => plain('sentence.paused'),
  problem: ({ problems }) => {
    const harm = leadingProblem(problems, 'harm');
    return plain(harm === null ? 'sentence.problem' : `problem.${harm.code}`);
  },
  'needs-you': (snapshot) => {
    const count = needsYouCount(snapshot);
    if (count > 0) return { key: 'sentence.needs-you', values: { count } };
    const warning = snapshot.settingsProblem === null ? leadingProblem(snapshot.problems, 'warning') : null;
    return plain(warning === null ? 'sentence.settings' : `problem.${warning.code}`);
  },
  unknown: ({ lastCheck }) => {
    if (lastCheck?.result === 'held') return plain('sentence.waiting');
    return plain(lastCheck?.result === 'could-not-check' ? 'sentence.could-not-check' : 'sentence.unknown');
  },
};

/**
 * The one sentence of tray tooltip and Overview. A harm, or a warning that nothing else outweighs, is named
 * (`problem.<code>`) rather than announced; "could not check" has words of its own and is never good.
 */
export const sentenceOf = (snapshot: Snapshot): Sentence => SENTENCES[snapshot.overall](snapshot);
