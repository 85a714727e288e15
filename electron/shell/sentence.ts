import type { Translate } from '../../shared/locales/index.ts';
import { needsYouCount, type Snapshot } from '../../shared/model/snapshot.ts';

/** The one sentence that tray and notifications say about a snapshot: states in words, never only a colour. */
export function sentenceOf(snapshot: Snapshot, translate: Translate): string {
  switch (snapshot.overall) {
    case 'needs-you': {
      const count = needsYouCount(snapshot);
      return count === 0 ? translate('sentence.settings') : translate('sentence.needs-you', { count });
    }
    case 'unknown':
      return translate(snapshot.lastCheck?.result === 'could-not-check' ? 'sentence.could-not-check' : 'sentence.unknown');
    case 'problem': {
      const worst = snapshot.problems.find((problem) => problem.severity === 'harm');
      return worst === undefined ? translate('sentence.problem') : translate(`problem.${worst.code}`);
    }
    case 'good':
    case 'working':
    case 'paused':
      return translate(`sentence.${snapshot.overall}`);
  }
}
