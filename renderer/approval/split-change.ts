/** A part of what a request shows: one file's unified diff, or text that stands beside it. */
export type ChangePart =
  | { kind: 'text'; text: string }
  | { kind: 'diff'; path: string; isNew: boolean; isRemoved: boolean; unified: string };

/** A line that jsdiff puts before each file, below `Index:` and its name. */
const RULE = '='.repeat(67);
const HUNK = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/;

/**
 * Parts a description into diffs and the text between them. Every line is in exactly one part: what is no well-formed diff stays text and
 * is shown as it came. A file's content cannot pass for a heading: inside a hunk lines are counted, not looked at.
 */
export function splitChange(text: string): ChangePart[] {
  const lines = text.split('\n');
  const parts: ChangePart[] = [];
  let plain: string[] = [];
  const flush = (): void => {
    const said = plain.join('\n').replace(/^\n+|\n+$/g, '');
    if (said !== '') parts.push({ kind: 'text', text: said });
    plain = [];
  };
  for (let at = 0; at < lines.length;) {
    const end = endOfDiff(lines, at);
    if (end === at) {
      plain.push(lines[at] ?? '');
      at += 1;
      continue;
    }
    const sides = sidesOf(lines, at);
    dropPreamble(plain, sides.path);
    flush();
    parts.push({ kind: 'diff', ...sides, unified: `${lines.slice(at, end).join('\n')}\n` });
    at = end;
  }
  flush();
  return parts;
}

/** The name is shown by the heading below: it need not be said twice. */
function dropPreamble(plain: string[], path: string): void {
  if (plain.at(-1) !== RULE) return;
  plain.pop();
  if (plain.at(-1) === `Index: ${path}`) plain.pop();
}

/** Line after the diff that begins at a line; that line itself when none does. */
function endOfDiff(lines: readonly string[], start: number): number {
  if (lines[start]?.startsWith('--- ') !== true || lines[start + 1]?.startsWith('+++ ') !== true) return start;
  let end = start + 2;
  for (;;) {
    const next = endOfHunk(lines, end);
    if (next === end) return end === start + 2 ? start : end;
    end = next;
  }
}

/** Line after the hunk at a line; that line itself when there is no whole one. */
function endOfHunk(lines: readonly string[], start: number): number {
  const header = HUNK.exec(lines[start] ?? '');
  if (header === null) return start;
  let [before, after] = [Number(header[1] ?? 1), Number(header[2] ?? 1)];
  let at = start + 1;
  for (; before > 0 || after > 0; at += 1) {
    const sign = lines[at]?.[0];
    if (sign === ' ') [before, after] = [before - 1, after - 1];
    else if (sign === '-') before -= 1;
    else if (sign === '+') after -= 1;
    else if (sign !== '\\') return start;
    if (before < 0 || after < 0) return start;
  }
  return lines[at]?.startsWith('\\') === true ? at + 1 : at;
}

/** The path is that of the side that has a file. */
function sidesOf(lines: readonly string[], start: number): { path: string; isNew: boolean; isRemoved: boolean } {
  const [before = '', after = ''] = [lines[start], lines[start + 1]].map((line) => (line ?? '').slice(4).split('\t')[0]);
  const isRemoved = after === '/dev/null';
  return { path: isRemoved ? before : after, isNew: before === '/dev/null', isRemoved };
}
