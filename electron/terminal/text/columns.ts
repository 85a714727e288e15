import { stripVTControlCharacters } from 'node:util';
import { eastAsianWidth } from 'get-east-asian-width';

// oxlint-disable-next-line no-control-regex
const ASCII = /^[\x20-\x7e]*$/;
const INVISIBLE = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]+$/u;
let graphemes: Intl.Segmenter | undefined;

/** How many terminal cells a text takes: Korean letters take two, however they are composed; colours take none. */
export function widthOf(text: string): number {
  const bare = stripVTControlCharacters(text);
  if (ASCII.test(bare)) return bare.length;
  graphemes ??= new Intl.Segmenter();
  let width = 0;
  for (const { segment } of graphemes.segment(bare)) {
    if (!INVISIBLE.test(segment)) width += eastAsianWidth(segment.codePointAt(0) ?? 0);
  }
  return width;
}

/** Pads to a width in cells; `start` puts the blanks before, for numbers. */
function padded(text: string, width: number, side: 'start' | 'end' = 'end'): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  return side === 'start' ? blanks + text : text + blanks;
}

/** Rows as aligned columns, two blanks apart. Columns named in `right` are numbers. The last one is not padded. */
export function columns(
  rows: readonly (readonly string[])[],
  { indent = '', right = [] }: { indent?: string; right?: readonly number[] } = {},
): string[] {
  const widths: number[] = [];
  for (const row of rows) for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, widthOf(cell));
  return rows.map((row) => {
    const cells = row.map((cell, index) =>
      right.includes(index) ? padded(cell, widths[index] ?? 0, 'start') : padded(cell, widths[index] ?? 0),
    );
    return `${indent}${cells.join('  ')}`.trimEnd();
  });
}
