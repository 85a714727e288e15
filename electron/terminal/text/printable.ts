import { UNSEEN } from '../../../shared/model/unseen.ts';

/** A file's name must not steer the terminal; in a text of several lines, line breaks and tabs stay. */
const UNSEEN_IN_TEXT = new RegExp(`(?![\\n\\t])${UNSEEN.source}`, 'gu');

const escaped = (character: string): string => `\\x${(character.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`;

/** Text of foreign origin (a path, a reason) as one line that is safe to print. */
export const printable = (text: string): string => text.replaceAll(/\r?\n/g, ' ').replaceAll(UNSEEN, escaped);

/** Foreign text of several lines: line breaks and tabs stay. */
export const printableLines = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll(UNSEEN_IN_TEXT, escaped);
