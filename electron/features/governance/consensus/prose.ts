/** What a text says: the words of its prose, block by block, and its code as it stands. */
export interface Prose {
  /** Each block begins with a mark of its kind: a heading, an item and its depth, a row, a quotation, a paragraph. */
  words: string[];
  code: string;
  comments: string;
}

/** Reads Markdown as far as a proof needs it; null when comment and code cannot be told apart. */
export function readProse(body: string): Prose | null {
  const { prose, code } = withoutFences(body);
  if (UNCLEAR_COMMENT.test(prose)) return null;
  const comments = [...prose.matchAll(COMMENT)].map(([comment]) => comment);
  return { words: wordsOf(prose.replaceAll(COMMENT, ' ')), code, comments: comments.join('\n') };
}

/** Only such as are closed on the way: an open one would swallow the text behind it. */
const COMMENT = /<!--(?:(?!-->|<!--)[\s\S])*?-->/g;
/** A mark of a comment in a span of code, or with a backslash before it, is none. */
const UNCLEAR_COMMENT = /`[^`\n]*(?:<!--|-->)|\\<!--/;
/** Stands for a fence, and for the beginning of a block: letters that no text has. */
const FENCE = '\uE000';
const BLOCK = '\uE001';

function withoutFences(body: string): { prose: string; code: string } {
  const code: string[] = [];
  const prose: string[] = [];
  let fence: string | null = null;
  for (const line of body.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === null && mark === undefined) {
      prose.push(line);
      continue;
    }
    code.push(line.trimEnd());
    prose.push(FENCE);
    if (fence === null) fence = mark ?? null;
    else if (mark !== undefined && mark[0] === fence[0] && mark.length >= fence.length && line.trim() === mark) fence = null;
  }
  return { prose: prose.join('\n'), code: code.join('\n') };
}

/** Lines of one paragraph may be broken anew; everything else that begins a line says what the line is. */
function wordsOf(prose: string): string[] {
  const words: string[] = [];
  const depths: number[] = [];
  let isOpen = false;
  for (const line of prose.split('\n')) {
    const text = line.trim();
    const indent = line.search(/\S/);
    const mark = markOf(text);
    if (mark !== null) {
      words.push(`${BLOCK}${mark.kind}${mark.kind === ITEM ? depthOf(depths, indent) : ''}`);
    } else if (text !== '' && !isOpen) words.push(`${BLOCK}${indent >= 4 ? '    ' : ''}`);
    words.push(
      ...text
        .slice(mark?.length ?? 0)
        .split(/\s+/)
        .filter((word) => word !== ''),
    );
    isOpen = text !== '' && (mark === null || mark.kind === ITEM);
  }
  return words;
}

const ITEM = '-';

/** What kind of block a line begins, and how many letters say so; null for a line of a paragraph. */
function markOf(text: string): { kind: string; length: number } | null {
  if (text === FENCE) return { kind: FENCE, length: text.length };
  if (/^(?:=+|-{2,}|[*_]{3,})$/.test(text)) return { kind: text[0] ?? '', length: 0 };
  if (/^[-*+](?=\s|$)/.test(text)) return { kind: ITEM, length: 1 };
  const said = /^(?:#{1,6}|\d{1,9}[.)])(?=\s|$)|^>+/.exec(text)?.[0];
  if (said !== undefined) return { kind: said, length: said.length };
  return text.includes('|') ? { kind: '|', length: 0 } : null;
}

/** How many items an item lies below: that is what its indent means. */
function depthOf(depths: number[], indent: number): number {
  while ((depths.at(-1) ?? -1) >= indent) depths.pop();
  depths.push(indent);
  return depths.length;
}
