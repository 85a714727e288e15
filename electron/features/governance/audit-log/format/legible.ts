import { hash } from 'node:crypto';

/**
 * A text as it goes into the log: on one line, and free of the two characters that readers of the format disagree about.
 * The original never undoes `\"`, a YAML reader does: with no quote and no backslash inside, both read the same and the hash holds for
 * both. Each such character is replaced by its visible look-alike (NFKC leads from the wide forms back); the database keeps the exact text.
 */
export function legible(text: string): string {
  const plain = text.toWellFormed().replace(LINE_END, '␤').replace(SPECIAL, visible);
  return plain.length <= LONGEST ? plain : shortened(plain, text);
}

/** A word for the places that the format leaves unquoted. */
export function word(text: string): string {
  const plain = text
    .replace(/[^\w.-]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST_WORD);
  return plain === '' ? 'unknown' : plain;
}

const LONGEST = 8192;
const LONGEST_WORD = 100;
const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/g;
// Quotes, backslashes, controls, and the invisible marks that reorder letters on a screen.
// oxlint-disable-next-line no-control-regex
const SPECIAL = /["\\\x00-\x1f\x7f-\x9f\ufeff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

function visible(character: string): string {
  const code = character.charCodeAt(0);
  if (character === '"') return '＂';
  if (character === '\\') return '＼';
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `⟦U+${code.toString(16).toUpperCase().padStart(4, '0')}⟧`;
}

/** Cut between whole characters, with what proves the rest. */
function shortened(plain: string, text: string): string {
  const kept = plain
    .slice(0, LONGEST)
    .toWellFormed()
    .replace(/\ufffd$/, '');
  return `${kept}… (${text.length - kept.length} more, SHA-256 of all ${hash('sha256', text.toWellFormed(), 'hex')})`;
}
