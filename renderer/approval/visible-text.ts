/**
 * Characters that nobody sees and that change what is read: controls, marks that turn the order of letters round, fillers, tags.
 * Line breaks and tabs stay.
 */
const HIDDEN =
  /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;

const named = (character: string): string =>
  character === '\r' ? '␍' : `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;

/** Foreign text as it is: what would be hidden is shown by its number. */
export const visibleText = (text: string): string => text.replaceAll(HIDDEN, named);

/** The same as one line: a line break is shown as a sign. */
export const visibleLine = (text: string): string => visibleText(text.replaceAll(/\r?\n/g, ' ↵ '));
