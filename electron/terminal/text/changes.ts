import type { UpdateEntry } from '../../../shared/model/updates.ts';
import { printable } from './printable.ts';
import type { Tone, Voice } from './voice.ts';

const LETTERS: Record<UpdateEntry['type'], { letter: string; tone: Tone }> = {
  NEW: { letter: 'N', tone: 'new' },
  MODIFIED: { letter: 'M', tone: 'changed' },
  DELETED: { letter: 'D', tone: 'removed' },
  RESTORED: { letter: 'R', tone: 'changed' },
};

/** `M  libs/core_config.py`, a line a file. */
export const changeLines = (entries: readonly UpdateEntry[], { paint }: Pick<Voice, 'paint'>): string[] =>
  entries.map((entry) => {
    const { letter, tone } = LETTERS[entry.type];
    return `  ${paint(tone, letter)}  ${printable(entry.relative_path)}`;
  });

/** `2 new, 1 modified`: only what is there. */
export function tally(entries: readonly UpdateEntry[], { t }: Pick<Voice, 't'>): string {
  const types = ['NEW', 'MODIFIED', 'DELETED', 'RESTORED'] as const;
  return types
    .map((type) => ({ type, count: entries.filter((entry) => entry.type === type).length }))
    .filter(({ count }) => count > 0)
    .map(({ type, count }) => t(`terminal.tally.${type}`, { count }))
    .join(', ');
}
