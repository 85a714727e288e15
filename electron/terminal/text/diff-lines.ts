import type { TextDiff } from '../../../shared/model/updates.ts';
import { printable, printableLines } from './printable.ts';
import type { Tone, Voice } from './voice.ts';

/** A unified difference with the colours that git gives it; without colours it is a patch. */
export function diffLines({ path, state, unified, oldLabel, newLabel }: TextDiff, { t, paint }: Voice): string[] {
  if (state !== 'text')
    return [t(`terminal.diff.${state}`, { path: printable(path), old: printable(oldLabel), new: printable(newLabel) })];
  // The library's own heading (Index: …, ====) says nothing that the two names do not.
  const lines = printableLines(unified)
    .replace(/^Index:.*\n/, '')
    .replace(/^=+\n/, '')
    .trimEnd()
    .split('\n');
  return lines.map((line, index) => paint(toneOf(line, index), line));
}

function toneOf(line: string, index: number): Tone {
  if (index < 2) return 'strong';
  if (line.startsWith('+')) return 'new';
  if (line.startsWith('-')) return 'removed';
  return line.startsWith('@@') ? 'changed' : 'plain';
}
