import { needsYouCount, type Snapshot } from '../../shared/model/snapshot.ts';
import { momentText } from './moment.ts';
import { sentenceOf } from '../../shared/model/sentence.ts';
import { worstOf } from '../../shared/model/worst.ts';
import type { WorkspaceStanding } from '../../shared/model/workspaces.ts';
import {
  actionEntries,
  idleEntries,
  otherEntries,
  quitEntry,
  releaseEntries,
  standingText,
  waitingEntries,
} from './tray-entries.ts';
import type { TrayContext, TrayEntry, TrayView } from './tray-model.ts';

const SEPARATOR: TrayEntry = { kind: 'separator' };

/**
 * The tray of the shown workspace: the state in words first, then what needs a person, the last deed with its undo, and the verbs.
 * The icon tells the worst of all workspaces; each of the others has its line.
 */
export function trayView(snapshot: Snapshot, context: TrayContext, others: readonly WorkspaceStanding[] = []): TrayView {
  const sentence = sentenceOf(snapshot);
  const state = [
    context.translate(sentence.key, sentence.values),
    ...attention(snapshot, sentence.key, context),
    ...particulars(snapshot, context),
  ];
  const blocks: TrayEntry[][] = [
    state.map((label) => ({ kind: 'text', label })),
    otherEntries(others, context),
    waitingEntries(snapshot, context),
    releaseEntries(snapshot, context),
    ...actionEntries(snapshot, context),
  ];
  return {
    icon: worstOf([snapshot.overall, ...others.map(({ overall }) => overall)]),
    tooltip: [
      `${snapshot.workspace.name} · ${state[0]}`,
      ...state.slice(1),
      ...others.map((other) => standingText(other, context.translate)),
    ].join('\n'),
    menu: separated(blocks),
  };
}

/** The tray while no workspace is guarded: nothing is known, and that is what it says. */
export function idleTrayView(away: readonly WorkspaceStanding[], context: TrayContext): TrayView {
  const sentence = context.translate(away.length === 0 ? 'tray.noWorkspace' : 'tray.noneGuarded');
  const lines = [sentence, ...away.map((other) => standingText(other, context.translate))];
  const text = (label: string): TrayEntry => ({ kind: 'text', label });
  return {
    icon: 'unknown',
    tooltip: [`Nightguard · ${sentence}`, ...lines.slice(1)].join('\n'),
    menu: separated([lines.map(text), ...idleEntries(context)]),
  };
}

/** The tray while the first workspace is being opened. */
export const startingView = ({ translate }: Pick<TrayContext, 'translate'>): TrayView => ({
  icon: 'unknown',
  tooltip: `Nightguard · ${translate('tray.starting')}`,
  menu: [{ kind: 'text', label: translate('tray.starting') }, SEPARATOR, quitEntry(translate)],
});

const separated = (blocks: TrayEntry[][]): TrayEntry[] =>
  blocks.filter((block) => block.length > 0).flatMap((block, index) => (index === 0 ? block : [SEPARATOR, ...block]));

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
