import { diffWordsWithSpace, parsePatch } from 'diff';

/** A stretch of a line; `changed` marks the words that differ from the line's counterpart. */
export interface Piece {
  text: string;
  changed: boolean;
}

/** One line of a unified diff; numbers are 1-based, and null on the side where the line does not exist. */
export interface DiffLine {
  kind: 'context' | 'removed' | 'added';
  oldNumber: number | null;
  newNumber: number | null;
  pieces: Piece[];
  /** True at the first line of a run of changes: where n and p stop. */
  startsChange: boolean;
  /** False when the file ends here without a line break. */
  endsWithBreak: boolean;
}

/** A part of the file that is shown, with the place where it starts. */
export interface DiffHunk {
  header: string;
  lines: DiffLine[];
}

/** Longer lines are shown without word marks: comparing them would stall the panel. */
const WORD_LIMIT = 2000;

const plain = (text: string): Piece[] => [{ text, changed: false }];

function markWords(removed: DiffLine, added: DiffLine): void {
  const [before, after] = [removed.pieces[0]?.text ?? '', added.pieces[0]?.text ?? ''];
  if (before.length + after.length > WORD_LIMIT) return;
  const parts = diffWordsWithSpace(before, after);
  const same = parts.filter((part) => !part.added && !part.removed).reduce((sum, part) => sum + part.value.trim().length, 0);
  // Two lines with next to nothing in common are not a pair: marking all of it says nothing.
  if (same * 4 < Math.max(before.trim().length, after.trim().length)) return;
  removed.pieces = parts.filter((part) => !part.added).map((part) => ({ text: part.value, changed: part.removed }));
  added.pieces = parts.filter((part) => !part.removed).map((part) => ({ text: part.value, changed: part.added }));
}

function pairUp(lines: DiffLine[]): void {
  for (let start = 0; start < lines.length;) {
    let end = start;
    while (lines[end] !== undefined && lines[end]?.kind !== 'context') end += 1;
    const run = lines.slice(start, end);
    const [removed, added] = [run.filter((line) => line.kind === 'removed'), run.filter((line) => line.kind === 'added')];
    removed.forEach((line, index) => {
      const partner = added[index];
      if (partner !== undefined) markWords(line, partner);
    });
    start = end + 1;
  }
}

function patchesOf(unified: string): ReturnType<typeof parsePatch> | null {
  try {
    return parsePatch(unified);
  } catch (error) {
    // jsdiff throws a plain Error on a malformed hunk, and has no predicate to ask first.
    if (error instanceof Error) return null;
    throw error;
  }
}

/** Parses a unified diff into numbered lines with the changed words marked; null when the text is no well-formed diff. */
export function parseDiff(unified: string): DiffHunk[] | null {
  const patches = patchesOf(unified);
  if (patches === null) return null;
  return patches.flatMap((patch) =>
    patch.hunks.map((hunk) => {
      let [oldNumber, newNumber] = [hunk.oldStart, hunk.newStart];
      const lines: DiffLine[] = [];
      for (const raw of hunk.lines) {
        if (raw.startsWith('\\')) {
          const last = lines.at(-1);
          if (last !== undefined) last.endsWithBreak = false;
          continue;
        }
        const kind = raw.startsWith('-') ? 'removed' : raw.startsWith('+') ? 'added' : 'context';
        lines.push({
          kind,
          oldNumber: kind === 'added' ? null : oldNumber++,
          newNumber: kind === 'removed' ? null : newNumber++,
          pieces: plain(raw.slice(1)),
          startsChange: kind !== 'context' && (lines.at(-1)?.kind ?? 'context') === 'context',
          endsWithBreak: true,
        });
      }
      pairUp(lines);
      return { header: `@@ −${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`, lines };
    }),
  );
}

/** Added and removed lines of a diff. */
export function tally(hunks: readonly DiffHunk[]): { added: number; removed: number } {
  const lines = hunks.flatMap((hunk) => hunk.lines);
  return {
    added: lines.filter((line) => line.kind === 'added').length,
    removed: lines.filter((line) => line.kind === 'removed').length,
  };
}

/** Makes blanks visible: spaces as ·, tabs as →, carriage returns as ␍. */
export const showBlanks = (text: string): string => text.replaceAll(' ', '·').replaceAll('\t', '→\t').replaceAll('\r', '␍');
