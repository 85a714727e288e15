/** Where the front matter of a document lies. Offsets count characters of the text with normalised line ends. */
export type FrontMatterText =
  | { found: true; yaml: string; firstLine: number; body: string; bodyLine: number }
  | { found: false; why: string };

const BLANK = /^[^\S\n]*$/;

/**
 * Cuts a document exactly where the original's pattern `\A---\s*\n(.*?)\n---\s*\n` does: both fences stand alone on their lines and
 * the closing one ends with a line break. Written by hand because that pattern takes quadratic time on hostile texts.
 */
export function cutFrontMatter(text: string): FrontMatterText {
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n');
  if (!isFence(lines[0])) {
    return {
      found: false,
      why: text.startsWith('\uFEFF') ? 'A byte order mark stands before the front matter' : 'There is no front matter',
    };
  }
  let first = 1;
  while (first < lines.length && BLANK.test(lines[first] ?? '')) first += 1;
  for (let line = first + 1; line < lines.length - 1; line += 1) {
    if (!isFence(lines[line])) continue;
    const yaml = lines.slice(first, line).join('\n');
    return { found: true, yaml, firstLine: first + 1, body: lines.slice(line + 1).join('\n'), bodyLine: line + 2 };
  }
  return { found: false, why: 'The front matter does not end: a line with --- is missing' };
}

const isFence = (line: string | undefined): boolean => line !== undefined && line.startsWith('---') && BLANK.test(line.slice(3));
