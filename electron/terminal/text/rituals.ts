import type { RitualRun, RitualStanding } from '../../../shared/model/rituals.ts';
import { columns } from './columns.ts';
import { ago, moment } from './moments.ts';
import { printable } from './printable.ts';
import type { Tone, Voice } from './voice.ts';

const TONES: Readonly<Record<NonNullable<RitualRun['result']> | 'running', Tone>> = {
  running: 'plain',
  done: 'good',
  failed: 'harm',
  'timed-out': 'harm',
  'handed-over': 'plain',
  unanswered: 'harm',
  interrupted: 'harm',
  missed: 'held',
  superseded: 'faint',
  skipped: 'faint',
};

const resultText = ({ result }: RitualRun, { t, paint }: Voice): string =>
  paint(TONES[result ?? 'running'], t(`terminal.rituals.result.${result ?? 'running'}`));

/** One line a ritual: what it is, when it comes next, what came of the last run. */
export function ritualLines(rituals: readonly RitualStanding[], voice: Voice): string[] {
  if (rituals.length === 0) return [voice.t('terminal.rituals.none')];
  const rows = rituals.map((standing) => [
    voice.paint('strong', printable(standing.ritual.name)),
    printable(standing.ritual.taskType),
    nextText(standing, voice),
    lastText(standing, voice),
  ]);
  return columns(rows);
}

function nextText({ next, paused, skipNext, ritual }: RitualStanding, { t, paint }: Voice): string {
  if (!ritual.enabled) return paint('faint', t('terminal.rituals.off'));
  if (paused || next === null) return paint('held', t('terminal.rituals.paused'));
  const time = t('terminal.rituals.next', { time: moment(next) });
  return skipNext ? `${time} ${paint('held', t('terminal.rituals.skipNext'))}` : time;
}

function lastText({ last, missed }: RitualStanding, voice: Voice): string {
  const { t, paint } = voice;
  const missing = missed === 0 ? [] : [paint('held', t('terminal.rituals.missed', { count: missed }))];
  if (last === null) return [paint('faint', t('terminal.rituals.never')), ...missing].join(' · ');
  return [`${resultText(last, voice)} ${ago(last.startedAt ?? last.scheduledFor, voice)}`, ...missing].join(' · ');
}

/** One line a run, newest first. */
export function runLines(runs: readonly RitualRun[], voice: Voice): string[] {
  if (runs.length === 0) return [voice.t('terminal.rituals.noRuns')];
  const rows = runs.map((run) => [
    voice.paint('strong', String(run.id)),
    moment(run.scheduledFor),
    printable(run.ritual),
    resultText(run, voice),
    run.startedAt === null ? '' : voice.t(`terminal.rituals.trigger.${run.trigger}`),
    printable(run.detail.split('\n')[0] ?? ''),
  ]);
  return columns(rows, { right: [0] });
}
