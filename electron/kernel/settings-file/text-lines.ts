import { Lexer } from 'yaml';

/** Replaces the characters between two offsets. */
export const splice = (text: string, from: number, to: number, put: string): string => text.slice(0, from) + put + text.slice(to);
/** The line break that a text uses. */
export const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
/** The offset at which the line of `at` begins. */
export const lineStart = (text: string, at: number): number => (at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);
/** Behind the break that ends the line of `at`, or the end of the text. */
export const lineEnd = (text: string, at: number): number =>
  text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at) + 1;
/** The comment in what follows a value on its line. */
export const commentIn = (rest: string): string | undefined => /(?<=\s)#.*$/.exec(rest.trimEnd())?.[0];
/** All comments of a YAML text, as written. */
export const commentsOf = (text: string): string[] =>
  [...new Lexer().lex(text)].filter((token) => token.startsWith('#')).map((token) => token.trimEnd());
