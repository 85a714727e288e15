import type { Translate } from '../../shared/locales/index.ts';
import { needsYouCount, type Overall, type Snapshot } from '../../shared/model/snapshot.ts';

/** The one sentence that the tray says about a snapshot: states in words, never only a colour. */
export const sentenceOf = (snapshot: Snapshot, translate: Translate): string => SENTENCES[snapshot.overall](snapshot, translate);

const SENTENCES: Record<Overall, (snapshot: Snapshot, translate: Translate) => string> = {
  good: (_snapshot, translate) => translate('sentence.good'),
  working: (_snapshot, translate) => translate('sentence.working'),
  paused: (_snapshot, translate) => translate('sentence.paused'),
  'needs-you': (snapshot, translate) => {
    const count = needsYouCount(snapshot);
    return count === 0 ? translate('sentence.settings') : translate('sentence.needs-you', { count });
  },
  problem: ({ problems }, translate) => {
    const worst = problems.find((problem) => problem.severity === 'harm');
    return worst === undefined ? translate('sentence.problem') : translate(`problem.${worst.code}`);
  },
  unknown: ({ lastCheck }, translate) =>
    translate(lastCheck?.result === 'could-not-check' ? 'sentence.could-not-check' : 'sentence.unknown'),
};
