import { asksForDecision, type Problem, type Snapshot } from '../../shared/model/snapshot.ts';
import type { WorkspaceStanding } from '../../shared/model/workspaces.ts';
import type { Translate } from '../../shared/locales/index.ts';
import type { ReleaseSummary } from '../../shared/model/updates.ts';
import { middleEllipsis } from './middle-ellipsis.ts';
import { momentText } from './moment.ts';
import type { Destination, TrayAction, TrayContext, TrayEntry } from './tray-model.ts';

/** More would push the verbs off a small screen; the panel shows the rest. */
const MOST_WAITING = 5;
const PATH_LENGTH = 48;
const DETAIL_LENGTH = 60;

const open = (label: string, view: Destination['view'], release: string | null = null, rollback = false): TrayEntry => ({
  kind: 'action',
  label,
  action: { type: 'open', to: { view, release, rollback } },
  enabled: true,
});

/** One of several workspaces in a line. */
export const standingText = ({ name, sentence }: WorkspaceStanding, translate: Translate): string =>
  `${name} · ${translate(sentence.key, sentence.values)}`;

/** The other workspaces of this machine: a click shows one. */
export const otherEntries = (others: readonly WorkspaceStanding[], { translate }: TrayContext): TrayEntry[] =>
  others.map((other) => ({
    kind: 'action',
    label: standingText(other, translate),
    action: { type: 'show-workspace', path: other.path },
    enabled: other.state === 'guarded',
  }));

/** What waits for a person, worst first; the rest is counted. */
export function waitingEntries(snapshot: Snapshot, { translate }: TrayContext): TrayEntry[] {
  const problems = (severity: Problem['severity']): TrayEntry[] =>
    bySeverity(snapshot, severity).map((problem) =>
      open(worded(translate(`problem.${problem.code}`), problem.detail), 'overview', problem.release),
    );
  const approvals = snapshot.approvals.map(({ id, summary }): TrayEntry => {
    const label = translate('tray.approve', { summary: middleEllipsis(summary.replaceAll(/\s+/g, ' '), DETAIL_LENGTH) });
    return { kind: 'action', label, action: { type: 'approve', id }, enabled: true };
  });
  const { settingsProblem } = snapshot;
  const settings =
    settingsProblem === null
      ? []
      : [open(worded(`${fileName(settingsProblem.file)}:${settingsProblem.line}`, settingsProblem.message), 'settings')];
  const { heldSet } = snapshot;
  const reason = heldSet?.reasons[0]?.reason;
  const sets =
    heldSet === null
      ? []
      : [
          open(
            translate('tray.heldSet', { count: heldSet.files, reason: reason === undefined ? '' : translate(`held.${reason}`) }),
            'updates',
          ),
        ];
  const files = snapshot.held
    .filter(asksForDecision)
    .map((item) => open(`${middleEllipsis(item.path, PATH_LENGTH)} – ${translate(`held.${item.reason}`)}`, 'updates'));
  const all = [...problems('harm'), ...approvals, ...problems('warning'), ...settings, ...sets, ...files];
  const hidden = all.length - MOST_WAITING;
  if (hidden <= 0) return all;
  return [...all.slice(0, MOST_WAITING), open(translate('tray.more', { count: hidden }), 'updates')];
}

const bySeverity = ({ problems }: Snapshot, severity: Problem['severity']): Problem[] =>
  problems.filter((problem) => problem.severity === severity);

const worded = (text: string, particulars: string): string =>
  particulars === '' ? text : `${text} – ${middleEllipsis(particulars.replaceAll(/\s+/g, ' '), DETAIL_LENGTH)}`;

const fileName = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/** The last deed, and its undo beside it. */
export function releaseEntries(snapshot: Snapshot, context: TrayContext): TrayEntry[] {
  const [last] = snapshot.releases.toSorted((a, b) => b.startedAt - a.startedAt || Number(b.id.slice(2)) - Number(a.id.slice(2)));
  if (last === undefined) return [];
  const entries = [open(releaseText(last, context), 'updates', last.id)];
  if (last.canRollBack) entries.push(open(context.translate('tray.rollBack', { release: last.id }), 'updates', last.id, true));
  return entries;
}

function releaseText(release: ReleaseSummary, { translate, now, language }: TrayContext): string {
  const time = momentText(release.startedAt, now, language);
  const state = translate(
    `tray.release.${release.kind !== 'update' && release.status === 'SUCCESS' ? release.kind : release.status}`,
    {
      count: release.files,
      of: release.of ?? '',
    },
  );
  return `${release.id} · ${time} · ${state}`;
}

/** The verbs, in blocks. */
export function actionEntries(snapshot: Snapshot, context: TrayContext): TrayEntry[][] {
  const { translate } = context;
  const verb = (key: string, action: TrayAction, enabled = true): TrayEntry => ({
    kind: 'action',
    label: translate(key),
    action,
    enabled,
  });
  const pausing =
    snapshot.pausedUntil === null
      ? [
          verb('tray.pauseHour', { type: 'pause', length: 'hour' }),
          verb('tray.pauseUntilTomorrow', { type: 'pause', length: 'until-tomorrow' }),
        ]
      : [verb('tray.resume', { type: 'resume' })];
  return [
    [verb('tray.updateNow', { type: 'update' }, snapshot.activity === null), ...pausing],
    [
      open(translate('tray.openPanel'), 'overview'),
      verb('tray.openArchive', { type: 'archive-folder' }),
      open(translate('tray.settings'), 'settings'),
      loginEntry(context),
    ],
    [...readyEntries(context), quitEntry(translate)],
  ];
}

/** The verbs while no workspace is guarded. */
export const idleEntries = (context: TrayContext): TrayEntry[][] => [
  [open(context.translate('tray.chooseWorkspace'), 'overview'), loginEntry(context)],
  [...readyEntries(context), quitEntry(context.translate)],
];

const loginEntry = ({ translate, openAtLogin }: TrayContext): TrayEntry => ({
  kind: 'checkbox',
  label: translate('tray.openAtLogin'),
  action: { type: 'open-at-login', value: !openAtLogin },
  checked: openAtLogin,
});

export const quitEntry = (translate: Translate): TrayEntry => ({
  kind: 'action',
  label: translate('tray.quit'),
  action: { type: 'quit' },
  enabled: true,
});

const readyEntries = ({ translate, ready }: TrayContext): TrayEntry[] =>
  ready === null
    ? []
    : [
        {
          kind: 'action',
          label: translate('tray.restartToUpdate', { version: ready }),
          action: { type: 'restart-to-update' },
          enabled: true,
        },
      ];
