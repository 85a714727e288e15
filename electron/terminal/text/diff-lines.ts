import type { TextDiff } from '../../../shared/model/updates.ts';
import { printable, printableLines } from './printable.ts';
import type { Tone, Voice } from './voice.ts';

/** A unified difference with the colours that git gives it; without colours it is a patch. */
export function diffLines(diff: TextDiff, voice: Voice): string[] {
  const { path, state, unified, oldLabel, newLabel } = diff;
  if (state === 'text') return patchLines(unified, voice);
  return [voice.t(`terminal.diff.${state}`, { path: printable(path), old: printable(oldLabel), new: printable(newLabel) })];
}

/** The same of a unified difference alone; nothing where it is empty. */
export function patchLines(unified: string, { paint }: Pick<Voice, 'paint'>): string[] {
  if (unified === '') return [];
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
