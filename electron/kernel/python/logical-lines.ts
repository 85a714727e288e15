/** One line as pip sees it: continued lines joined, the comment taken off. */
export interface LogicalLine {
  /** 1-based line in the file at which it begins. */
  line: number;
  text: string;
  /** Where each character of `text` lies in the file's text; one more for the end. */
  map: readonly number[];
}

/** Line breaks as Python's `splitlines` knows them; above ASCII in the spelling of bytes and of UTF-16. */
const BREAKS = {
  1: /\r\n|[\n\r\v\f\u001C-\u001E]|\u00C2\u0085|\u00E2\u0080[\u00A8\u00A9]/g, // oxlint-disable-line no-control-regex
  2: /\r\n|[\n\r\v\f\u001C-\u001E\u0085\u2028\u2029]/g, // oxlint-disable-line no-control-regex
} as const;
const COMMENT = /(?:^|\s+)#.*$/;

interface PhysicalLine {
  line: number;
  start: number;
  text: string;
}

/** Splits a file's text as pip does (`join_lines`, `ignore_comments` of pip's req_file.py); empty lines are left out. */
export function logicalLines(text: string, unit: 1 | 2): LogicalLine[] {
  const found: LogicalLine[] = [];
  let open: PhysicalLine[] = [];
  for (const physical of physicalLines(text, unit)) {
    // A comment ends a continued line even when it ends in a backslash itself.
    const continues = physical.text.endsWith('\\') && !COMMENT.test(physical.text);
    open.push(physical);
    if (!continues) {
      found.push(join(open));
      open = [];
    }
  }
  if (open.length > 0) found.push(join(open));
  return found.filter((line) => line.text !== '');
}

function physicalLines(text: string, unit: 1 | 2): PhysicalLine[] {
  const lines: PhysicalLine[] = [];
  let start = 0;
  for (const match of text.matchAll(BREAKS[unit])) {
    lines.push({ line: lines.length + 1, start, text: text.slice(start, match.index) });
    start = match.index + match[0].length;
  }
  if (start < text.length) lines.push({ line: lines.length + 1, start, text: text.slice(start) });
  return lines;
}

function join(parts: readonly PhysicalLine[]): LogicalLine {
  let text = '';
  const map: number[] = [];
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    // A comment that follows a continued line has to be seen as one.
    if (index > 0 && isLast && COMMENT.test(part.text)) {
      text += ' ';
      map.push(part.start);
    }
    const kept = part.text.endsWith('\\') && !(isLast && COMMENT.test(part.text)) ? part.text.replace(/\\+$/, '') : part.text;
    for (let at = 0; at < kept.length; at += 1) map.push(part.start + at);
    text += kept;
  }
  const withoutComment = text.replace(COMMENT, '');
  const begin = withoutComment.length - withoutComment.trimStart().length;
  const trimmed = withoutComment.trim();
  const places = map.slice(begin, begin + trimmed.length);
  return { line: parts[0]?.line ?? 1, text: trimmed, map: [...places, (places.at(-1) ?? -1) + 1] };
}
