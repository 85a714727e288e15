import { sentenceOf } from '../../../shared/model/sentence.ts';
import type { Overall, Snapshot } from '../../../shared/model/snapshot.ts';
import { columns } from './columns.ts';
import { heldLines, heldSetLines, takenBackLines } from './held.ts';
import { ago, moment } from './moments.ts';
import { printable } from './printable.ts';
import { releaseLines } from './releases.ts';
import type { Tone, Voice } from './voice.ts';

/** Releases that fit into a glance. */
const SHOWN = 5;
const TONES: Record<Overall, Tone> = {
  good: 'good',
  working: 'strong',
  'needs-you': 'held',
  problem: 'harm',
  paused: 'held',
  unknown: 'held',
};

/** The state of a workspace: the one sentence first, then what it rests on, then what needs a person. */
export function statusReport(snapshot: Snapshot, voice: Voice): string[] {
  const { t, paint, command } = voice;
  const releases = snapshot.releases.slice(0, SHOWN);
  const parts = [
    [headline(snapshot, voice), ...settingsLines(snapshot, voice)],
    factLines(snapshot, voice),
    dutyLines(snapshot, voice),
    heldSetLines(snapshot.heldSet, voice),
    heldLines(snapshot.held, voice),
    takenBackLines(snapshot.held, voice),
    problemLines(snapshot, voice),
    releases.length === 0 ? [] : [t('terminal.status.releases'), ...releaseLines(releases, voice)],
    snapshot.lastCheck === null ? [`${paint('faint', t('terminal.status.begin'))} ${command('update', '--dry-run')}`] : [],
  ];
  return parts.filter((part) => part.length > 0).flatMap((part, index) => (index === 0 ? part : ['', ...part]));
}

/** What another process found is not in this one's list of problems: then the last check speaks. */
function headline(snapshot: Snapshot, { t, paint }: Voice): string {
  const last = snapshot.lastCheck?.result;
  if (snapshot.overall === 'good' && last === 'failed') return paint('harm', t('problem.release-failed'));
  if (snapshot.overall === 'good' && last === 'rolled-back') return paint('held', t('problem.release-rolled-back'));
  const { key, values } = sentenceOf(snapshot);
  return paint(TONES[snapshot.overall], t(key, values));
}

const settingsLines = ({ settingsProblem }: Snapshot, { paint }: Voice): string[] =>
  settingsProblem === null
    ? []
    : [paint('held', `${settingsProblem.file}:${settingsProblem.line}: ${printable(settingsProblem.message)}`)];

function factLines(snapshot: Snapshot, voice: Voice): string[] {
  const { t } = voice;
  const when = (at: number | null): string => (at === null ? t('terminal.status.never') : `${moment(at)} (${ago(at, voice)})`);
  const { lastCheck, watcher, workspace, pausedUntil, pointerFiles } = snapshot;
  const rows = [
    ['workspace', printable(workspace.path)],
    ['core', workspace.source === null ? t('problem.source-not-set') : printable(workspace.source)],
    [
      'checked',
      lastCheck === null ? t('terminal.status.never') : `${when(lastCheck.at)}, ${t(`terminal.check.${lastCheck.result}`)}`,
    ],
    ['fullScan', when(snapshot.lastFullScanAt)],
    ['provenGood', when(snapshot.provenGoodAt)],
    // `off` only says that this process does not watch; another one may.
    ['watcher', watcher.state === 'off' ? t('terminal.status.watcherUnknown') : t(`terminal.watcher.${watcher.state}`)],
    ['files', t('terminal.status.tracked', { count: snapshot.trackedFiles })],
    ...(pointerFiles === 0 ? [] : [['pointers', t('terminal.status.pointerFiles', { count: pointerFiles })]]),
    ...(pausedUntil === null ? [] : [['paused', t('terminal.status.pausedUntil', { time: moment(pausedUntil) })]]),
  ];
  return columns(rows.map(([name, value]) => [t(`terminal.status.${name ?? ''}`), value ?? '']));
}

/** What the other duties know, a line each: what was not looked at says so. */
function dutyLines({ environment, security, health, errors, approvals, lastNight }: Snapshot, voice: Voice): string[] {
  const { t } = voice;
  const at = (time: number | null): string => (time === null ? t('terminal.status.never') : ago(time, voice));
  const { cpu, memory, disk, score } = health.gauges;
  const percent = (value: number | null): string =>
    value === null ? t('health.state.could-not-check') : `${Math.round(value)} %`;
  const rows = [
    ['environment', `${t(`terminal.status.environmentState.${environment.state}`)} (${at(environment.checkedAt)})`],
    [
      'security',
      `${t(`terminal.status.securityState.${security.state}`, { count: security.vulnerable })} (${at(security.lastRunAt)})`,
    ],
    [
      'health',
      health.lastCheckAt === null
        ? t('terminal.status.never')
        : `${t(`health.status.${health.status}`)}, ${t('terminal.status.gauges', { score: score ?? '–', cpu: percent(cpu), memory: percent(memory), disk: percent(disk) })} (${at(health.lastCheckAt)})`,
    ],
    [
      'errors',
      t('terminal.status.openErrors', { count: errors.open, repeating: errors.recurring + errors.proposed + errors.regressed }),
    ],
    ...(approvals.length === 0 ? [] : [['approvals', t('terminal.status.waiting', { count: approvals.length })]]),
    ...(lastNight === null ? [] : [['night', `${moment(lastNight.from)} – ${moment(lastNight.to)}`]]),
  ];
  return columns(rows.map(([name, value]) => [t(`terminal.status.${name ?? ''}`), value ?? '']));
}

function problemLines({ problems }: Snapshot, { t, paint, said }: Voice): string[] {
  if (problems.length === 0) return [];
  const lines = problems.flatMap(({ code, detail, severity }) => [
    `  ${paint(severity === 'harm' ? 'harm' : 'held', t(`problem.${code}`))}`,
    ...(detail === '' ? [] : [`     ${said(detail)}`]),
  ]);
  return [t('terminal.status.problems'), ...lines];
}
