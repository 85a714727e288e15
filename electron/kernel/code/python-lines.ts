import { skipString } from './python-strings.ts';

/** One logical line of Python: a statement line, however many lines of text it takes. */
export interface PythonLine {
  /** Offsets of its first character (of the indentation) and behind its line break. */
  start: number;
  end: number;
  /** 1-based number of its first line of text. */
  line: number;
  /** Indentation with tab stops of 8, and with tabs as wide as a space: CPython compares both. */
  column: number;
  narrowColumn: number;
  /** Its first word; empty when it begins otherwise. */
  word: string;
  /** Ends in a colon: an indented block must follow. */
  opens: boolean;
  /** Its code without comments and line breaks, with empty texts for strings (their prefixes stay). */
  code: string;
}

const PLAIN = /[^\n\r#\\"'()[\]{}]+/y;
const OPENING = '([{';
const CLOSING = ')]}';

/** Splits a text into logical lines as Python's tokenizer does: strings, brackets, comments and continued lines are understood. */
export function pythonLines(text: string): PythonLine[] {
  const lines: PythonLine[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let number = 1;
  while (at < text.length) {
    const indent = indentation(text, at);
    const first = text[indent.at];
    if (first === undefined) break;
    if (first === '#' || first === '\n' || first === '\r') {
      at = nextLine(text, indent.at);
      number += 1;
      continue;
    }
    const { end, code } = logicalLine(text, indent.at);
    lines.push({
      start: at,
      end,
      line: number,
      column: indent.column,
      narrowColumn: indent.narrow,
      word: /^\w*/.exec(code)?.[0] ?? '',
      opens: code.endsWith(':'),
      code,
    });
    number += breaksIn(text, at, end);
    at = end;
  }
  return lines;
}

function indentation(text: string, from: number): { at: number; column: number; narrow: number } {
  let [at, column, narrow] = [from, 0, 0];
  for (; ; at += 1) {
    const char = text[at];
    if (char === ' ') [column, narrow] = [column + 1, narrow + 1];
    else if (char === '\t') [column, narrow] = [(Math.floor(column / 8) + 1) * 8, narrow + 1];
    else if (char === '\f') [column, narrow] = [0, 0];
    else return { at, column, narrow };
  }
}

/** Behind the break of the line of `at`. */
function nextLine(text: string, at: number): number {
  for (let i = at; i < text.length; i += 1) {
    if (text[i] === '\n') return i + 1;
    if (text[i] === '\r') return text[i + 1] === '\n' ? i + 2 : i + 1;
  }
  return text.length;
}

function breaksIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = nextLine(text, from); i <= to && i > from; from = i, i = nextLine(text, i)) count += 1;
  return count;
}

function logicalLine(text: string, from: number): { end: number; code: string } {
  let [at, depth, code] = [from, 0, ''];
  while (at < text.length) {
    const char = text[at]!;
    if (char === '\n' || char === '\r') {
      const next = nextLine(text, at);
      if (depth === 0) return { end: next, code: code.trimEnd() };
      [at, code] = [next, `${code} `];
    } else if (char === '#') {
      while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1;
    } else if (char === '\\' && (text[at + 1] === '\n' || text[at + 1] === '\r')) {
      [at, code] = [nextLine(text, at), `${code} `];
    } else if (char === '"' || char === "'") {
      [at, code] = [skipString(text, at), `${code}""`];
    } else if (OPENING.includes(char) || CLOSING.includes(char)) {
      depth = Math.max(0, depth + (OPENING.includes(char) ? 1 : -1));
      [at, code] = [at + 1, code + char];
    } else {
      const run = plainRun(text, at);
      [at, code] = [at + run.length, code + run];
    }
  }
  return { end: text.length, code: code.trimEnd() };
}

/** Characters that mean nothing to the tokenizer's nesting; at least one. */
function plainRun(text: string, at: number): string {
  PLAIN.lastIndex = at;
  return PLAIN.exec(text)?.[0] ?? text[at]!;
}
