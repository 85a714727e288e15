/** Controls, and the invisible characters that change the order of letters: a file's name must not steer the terminal. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const UNPRINTABLE_IN_TEXT = /(?![\n\t])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const escaped = (character: string): string => `\\x${(character.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`;

/** Text of foreign origin (a path, a reason) as one line that is safe to print. */
export const printable = (text: string): string => text.replaceAll(/\r?\n/g, ' ').replaceAll(UNPRINTABLE, escaped);

/** Foreign text of several lines: line breaks and tabs stay. */
export const printableLines = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll(UNPRINTABLE_IN_TEXT, escaped);
