import { needsYouCount, type Snapshot } from '../../shared/model/snapshot.ts';
import { momentText } from './moment.ts';
import { sentenceOf } from '../../shared/model/sentence.ts';
import { actionEntries, releaseEntries, waitingEntries } from './tray-entries.ts';
import type { TrayContext, TrayEntry, TrayView } from './tray-model.ts';

const SEPARATOR: TrayEntry = { kind: 'separator' };

/** The tray of one snapshot: the state in words first, then what needs a person, the last deed with its undo, and the verbs. */
export function trayView(snapshot: Snapshot, context: TrayContext): TrayView {
  const sentence = sentenceOf(snapshot);
  const state = [
    context.translate(sentence.key, sentence.values),
    ...attention(snapshot, sentence.key, context),
    ...particulars(snapshot, context),
  ];
  const blocks: TrayEntry[][] = [
    state.map((label) => ({ kind: 'text', label })),
    waitingEntries(snapshot, context),
    releaseEntries(snapshot, context),
    ...actionEntries(snapshot, context),
  ];
  return {
    icon: snapshot.overall,
    tooltip: [`${snapshot.workspace.name} · ${state[0]}`, ...state.slice(1)].join('\n'),
    menu: blocks.filter((block) => block.length > 0).flatMap((block, index) => (index === 0 ? block : [SEPARATOR, ...block])),
  };
}

/** How many decisions wait, where something graver has the sentence. */
function attention(snapshot: Snapshot, said: string, { translate }: TrayContext): string[] {
  const count = needsYouCount(snapshot);
  return count === 0 || said === 'sentence.needs-you' ? [] : [translate('sentence.needs-you', { count })];
}

/** Never a bare state: when it was proven, and until when it pauses. */
function particulars(snapshot: Snapshot, { now, language, translate }: TrayContext): string[] {
  const at = (time: number): string => momentText(time, now, language);
  const lines: string[] = [];
  if (snapshot.pausedUntil !== null) lines.push(translate('tray.pausedUntil', { time: at(snapshot.pausedUntil) }));
  lines.push(
    snapshot.provenGoodAt === null
      ? translate('tray.neverProven')
      : translate('tray.provenGood', { time: at(snapshot.provenGoodAt) }),
  );
  return lines;
}
