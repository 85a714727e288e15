/** One logical line of Python: a statement line, however many lines of text it takes. */
export interface PythonLine {
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

const STRING_PREFIX = /^(?:[bru]|[ft]r?|rb|br|rf|rt)$/i;
const LAST_WORD = /[\p{ID_Continue}]+$/u;
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
      [at, code] = [skipString(text, at, prefixAt(text, at)), `${code}""`];
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

/** The letters before the quote at `at` that belong to the string, e.g. `rf`. */
function prefixAt(text: string, at: number): string {
  // From the source, not from the code that is being built up: looking into that would copy it each time.
  const word = LAST_WORD.exec(text.slice(Math.max(0, at - 3), at))?.[0] ?? '';
  return STRING_PREFIX.test(word) ? word : '';
}

/** Behind the string that begins with the quote at `at`. One that does not end stops at its line's end, or the text's. */
function skipString(text: string, at: number, prefix: string): number {
  const quote = text[at]!;
  const close = text.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
  const formatted = /[ft]/i.test(prefix);
  const raw = /r/i.test(prefix);
  let i = at + close.length;
  while (i < text.length) {
    const char = text[i]!;
    if (char === quote && text.startsWith(close, i)) return i + close.length;
    if (close.length === 1 && (char === '\n' || char === '\r')) return i;
    if (char === '\\') {
      if (!raw && formatted && text.startsWith('N{', i + 1))
        i = text.indexOf('}', i) < 0 ? text.length : text.indexOf('}', i) + 1;
      else if (formatted && text[i + 1] === '{') i += 1;
      else i += text[i + 1] === '\r' && text[i + 2] === '\n' ? 3 : 2;
    } else if (formatted && char === '{') i = text[i + 1] === '{' ? i + 2 : skipReplacement(text, i + 1, close);
    else i += 1;
  }
  return text.length;
}

/** Behind the closing brace of a replacement field `{expression!r:format}` of a formatted string that ends with `close`. */
function skipReplacement(text: string, from: number, close: string): number {
  let [i, depth, inFormat] = [from, 0, false];
  while (i < text.length) {
    const char = text[i]!;
    if (char === '}' && depth === 0) return i + 1;
    if (close.length === 1 && (char === '\n' || char === '\r') && inFormat) return i;
    if (inFormat) {
      if (text.startsWith(close, i)) return i;
      i = char === '{' ? skipReplacement(text, i + 1, close) : i + 1;
    } else if (char === '"' || char === "'") {
      i = skipString(text, i, /[a-z]{0,2}$/i.exec(text.slice(Math.max(from, i - 2), i))?.[0] ?? '');
    } else if (char === '#') {
      while (i < text.length && text[i] !== '\n' && text[i] !== '\r') i += 1;
    } else {
      if (OPENING.includes(char)) depth += 1;
      else if (CLOSING.includes(char)) depth -= 1;
      else if (char === ':' && depth === 0) inFormat = true;
      i += 1;
    }
  }
  return text.length;
}
