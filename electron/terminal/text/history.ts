import type { UpdateEntry } from '../../../shared/model/updates.ts';
import { changeLines } from './changes.ts';
import { printable } from './printable.ts';
import type { Tone, Voice } from './voice.ts';

const TONES: Record<UpdateEntry['status'], Tone> = {
  SUCCESS: 'good',
  FAILED: 'harm',
  ROLLED_BACK: 'held',
  HELD: 'held',
  PLANNED: 'plain',
};

/** All entries, newest last, with a heading for each release. */
export function historyLines(entries: readonly UpdateEntry[], voice: Voice): string[] {
  if (entries.length === 0) return [voice.t('terminal.history.empty')];
  return groups(entries).flatMap((group, index) => [...(index === 0 ? [] : ['']), ...groupLines(group, voice)]);
}

function groups(entries: readonly UpdateEntry[]): UpdateEntry[][] {
  const grouped: UpdateEntry[][] = [];
  for (const entry of entries) {
    const last = grouped.at(-1)?.[0];
    if (last !== undefined && headingOf(last) === headingOf(entry)) grouped.at(-1)?.push(entry);
    else grouped.push([entry]);
  }
  return grouped;
}

const headingOf = ({ release, timestamp, status }: UpdateEntry): string =>
  `${release ?? ''} ${release === undefined ? timestamp : ''} ${status}`;

function groupLines(group: readonly UpdateEntry[], voice: Voice): string[] {
  const first = group[0];
  if (first === undefined) return [];
  const { t, paint } = voice;
  const when = printable(first.timestamp.slice(0, 19).replace('T', ' '));
  const name = first.release === undefined ? '' : `  ${paint('strong', printable(first.release))}`;
  const status = paint(TONES[first.status], t(`terminal.history.${first.status}`));
  const heading = `${when}${name}  ${status}`;
  // Each held file waits for a reason of its own; a release fails for one.
  if (first.status === 'HELD') return [heading, ...group.flatMap((entry) => [...changeLines([entry], voice), ...why(entry)])];
  return [heading, ...changeLines(group, voice), ...why(first)];
}

const why = ({ error }: UpdateEntry): string[] => (error === undefined ? [] : [`     ${printable(error)}`]);
