/** What Python's `str.strip()` and `\s` take for white space; JavaScript's sets differ in U+001C–1F, U+0085 and U+FEFF. */
export function isPythonSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d) || (code >= 0x1c && code <= 0x1f);
  return WIDE_SPACES.has(code) || (code >= 0x2000 && code <= 0x200a);
}

const WIDE_SPACES = new Set([0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]);

/** Python's `str.strip()`. */
export const pythonStrip = (text: string): string => stripWhere(text, isPythonSpace);

/** Python's `str.strip('"')`: all the quotes at both ends, however many. */
export const stripQuotes = (text: string): string => stripWhere(text, isQuote);
const isQuote = (code: number): boolean => code === 0x22;

function stripWhere(text: string, drops: (code: number) => boolean): string {
  let start = 0;
  let end = text.length;
  while (start < end && drops(text.charCodeAt(start))) start += 1;
  while (end > start && drops(text.charCodeAt(end - 1))) end -= 1;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** Python's text mode: every kind of line end becomes one. */
export const universalNewlines = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
