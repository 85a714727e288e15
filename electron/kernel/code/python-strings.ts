const STRING_PREFIX = /^(?:[bru]|[ft]r?|rb|br|rf|rt)$/i;
const LAST_WORD = /[\p{ID_Continue}]+$/u;
const OPENING = '([{';
const CLOSING = ')]}';

/** Behind the string that begins with the quote at `at`. One that does not end stops at its line's end, or the text's. */
export function skipString(text: string, at: number): number {
  const prefix = prefixAt(text, at);
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
      i = skipString(text, i);
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

/** The letters before the quote at `at` that belong to the string, e.g. `rf`. */
function prefixAt(text: string, at: number): string {
  // From the source, not from the code that is being built up: looking into that would copy it each time.
  const word = LAST_WORD.exec(text.slice(Math.max(0, at - 3), at))?.[0] ?? '';
  return STRING_PREFIX.test(word) ? word : '';
}
