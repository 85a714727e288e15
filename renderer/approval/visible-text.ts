/**
 * Characters that nobody sees and that change what is read: controls, marks that turn the order of letters round, fillers, tags.
 * Line breaks and tabs stay.
 */
const HIDDEN = /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

const named = (character: string): string =>
  character === '\r' ? '␍' : `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;

/** Foreign text as it is: what would be hidden is shown by its number. */
export const visibleText = (text: string): string => text.replaceAll(HIDDEN, named);

/** The same as one line: a line break is shown as a sign. */
export const visibleLine = (text: string): string => visibleText(text.replaceAll(/\r?\n/g, ' ↵ '));
