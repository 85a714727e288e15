import type { ErrorFrame, ErrorGroup, ErrorReport, FixResult, Suggestion } from '../../../shared/model/annealing.ts';
import { columns } from './columns.ts';
import { ago, moment } from './moments.ts';
import { printable, printableLines } from './printable.ts';
import type { Tone, Voice } from './voice.ts';

const TONES: Readonly<Record<ErrorGroup['state'], Tone>> = {
  new: 'plain',
  recurring: 'held',
  proposed: 'held',
  regressed: 'harm',
  fixed: 'good',
  ignored: 'faint',
};

/** One line a group. */
export function errorRows(groups: readonly ErrorGroup[], { t, paint, ...voice }: Voice): string[] {
  if (groups.length === 0) return [t('terminal.errors.none')];
  const rows = groups.map(({ id, state, count, total, key, file, line, lastSeen, message }) => [
    paint('strong', String(id)),
    paint(TONES[state], t(`terminal.errors.state.${state}`)),
    `${count}/${total}`,
    printable(key),
    file === null ? '' : printable(line === null ? file : `${file}:${line}`),
    ago(lastSeen, voice),
    printable(message).slice(0, 80),
  ]);
  return columns(rows, { right: [0, 2] });
}

/** One group with its frames, what is suspect and what is proposed. */
export function errorReportLines({ group, events, hours }: ErrorReport, voice: Voice): string[] {
  const { t, paint } = voice;
  const newest = events[0];
  const { analysis } = group;
  return [
    ...errorRows([group], voice),
    `${t('terminal.errors.seen', { first: moment(group.firstSeen), last: moment(group.lastSeen) })}  ${sparkline(hours)}`,
    ...(newest === undefined
      ? []
      : [
          '',
          paint('strong', printable(`${newest.type}: ${newest.message}`)),
          ...newest.frames.slice(-15).map((frame) => frameLine(frame, voice)),
        ]),
    ...(group.fix === null
      ? []
      : [
          '',
          t(`terminal.errors.fixed.${group.fix.state}`, {
            release: group.fix.release ?? '',
            reason: printable(group.fix.reason),
          }),
        ]),
    ...(analysis === null || analysis.suspect === null
      ? []
      : [
          '',
          t('terminal.errors.suspect', {
            minutes: analysis.suspect.minutesBefore,
            release: analysis.suspect.release,
            command: voice.command('rollback', analysis.suspect.release),
          }),
        ]),
    ...(analysis === null
      ? ['', t('terminal.errors.notAnalysed')]
      : analysis.suggestions.length === 0
        ? ['', t('terminal.errors.noRule')]
        : analysis.suggestions.flatMap((suggestion) => ['', ...suggestionLines(suggestion, voice)])),
  ];
}

const frameLine = ({ file, line, function: name, own }: ErrorFrame, { paint }: Voice): string =>
  `  ${paint(own ? 'plain' : 'faint', printable(`${file}${line === null ? '' : `:${line}`} ${name}`))}`;

/** One suggestion: patch, or example, and what is known of it. */
export function suggestionLines(
  { type, title, code, patch, noPatch, proof }: Suggestion,
  { t, language, paint }: Voice,
): string[] {
  const indented = (text: string): string[] =>
    printableLines(text)
      .split('\n')
      .map((line) => `    ${line}`);
  return [
    `  ${paint('strong', type)}: ${title[language]}`,
    ...indented(patch === null ? code : patch.unified),
    ...(noPatch === null ? [] : [`  ${paint('faint', t('terminal.errors.noPatch', { reason: printable(noPatch) }))}`]),
    ...(proof === null ? [] : [`  ${t(`terminal.errors.proof.${proof.verdict}`)}: ${printable(proof.reason)}`]),
  ];
}

/** What came of `errors fix`: the difference, what is known of it, and what to do next. */
export function fixLines({ status, group, suggestion, release, reason }: FixResult, voice: Voice): string[] {
  const { t, paint } = voice;
  const values = {
    key: printable(group.key),
    file: printable(suggestion?.patch?.file ?? ''),
    release: release ?? '',
    reason: printable(reason ?? ''),
    command: voice.command('errors', 'fix', String(group.id)),
    undo: voice.command('rollback', release ?? ''),
  };
  return [
    ...(suggestion === null ? [] : [...suggestionLines(suggestion, voice), '']),
    ...(suggestion === null || suggestion.proof?.verdict === 'proven' ? [] : [paint('held', t('terminal.errors.fix.unproven'))]),
    paint(FIX_TONES[status], t(`terminal.errors.fix.${status}`, values)),
    ...(status === 'APPLIED' || status === 'HELD' ? [t(`terminal.errors.fix.${status}_next`, values)] : []),
  ];
}

const FIX_TONES: Readonly<Record<FixResult['status'], Tone>> = {
  APPLIED: 'good',
  PLANNED: 'plain',
  HELD: 'held',
  DENIED: 'harm',
  FAILED: 'harm',
  ROLLED_BACK: 'held',
  NO_PATCH: 'faint',
};

const BARS = '▁▂▃▄▅▆▇█';

/** Events an hour, the current hour last. */
function sparkline(hours: readonly number[]): string {
  const most = Math.max(1, ...hours);
  return hours.map((count) => (count === 0 ? '·' : BARS[Math.ceil((count / most) * (BARS.length - 1))])).join('');
}
