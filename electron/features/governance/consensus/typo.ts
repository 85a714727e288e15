/** Words that say what may or must be done, or how much: one letter in them turns a rule around. */
const BINDING = new Set(
  (
    'not no nor none never neither without cannot cant wont dont must mustnt shall should may might can could will would only all any each every some ' +
    'always unless except until before after if then and or but allow allowed deny denied forbid forbidden require required optional permit permitted'
  ).split(' '),
);
/** Korean syllables that negate, bind or permit. */
const BINDING_SYLLABLES = /[안않못없불비미무금말아야만도면수]/gu;
const WRAPPING = /^[*"'“”‘’,.;:]+|[*"'“”‘’,.;:]+$/g;

/**
 * Whether one word is the other with its spelling mended. Deliberately narrow: ordinary letters only, no digits or marks of code, the
 * same first letter, long enough, one or two strokes apart, and no word that binds, negates or permits.
 */
export function isTypo(before: string, after: string): boolean {
  if (BULLET.test(before) && BULLET.test(after)) return true;
  const old = before.normalize('NFC').replaceAll(WRAPPING, '');
  const now = after.normalize('NFC').replaceAll(WRAPPING, '');
  if (old === '' || now === '') return false;
  if (old === now) return true;
  if (isBinding(old) || isBinding(now)) return false;
  if (LATIN.test(old) && LATIN.test(now)) return isLatinTypo(old, now);
  return HANGUL.test(old) && HANGUL.test(now) && isHangulTypo(old, now);
}

const BULLET = /^[-*+]$/;
const LATIN = /^\p{Script=Latin}+$/u;
const HANGUL = /^\p{Script=Hangul}+$/u;
const isBinding = (word: string): boolean => BINDING.has(word.toLowerCase().replaceAll(/[^a-z]/g, ''));

function isLatinTypo(old: string, now: string): boolean {
  const shorter = Math.min(old.length, now.length);
  if (shorter < 4 || old[0]?.toLowerCase() !== now[0]?.toLowerCase()) return false;
  // With and without -less, -ful or n't are different words, not different spellings.
  return distance(old, now) <= (shorter >= 8 ? 2 : 1);
}

function isHangulTypo(old: string, now: string): boolean {
  if (old.length < 3 || old.length !== now.length) return false;
  if (old.match(BINDING_SYLLABLES)?.join('') !== now.match(BINDING_SYLLABLES)?.join('')) return false;
  return distance(old.normalize('NFD'), now.normalize('NFD')) <= 1;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
export function distance(a: string, b: string): number {
  const from = a.split('');
  const to = b.split('');
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1;
      let least = Math.min((row[j - 1] ?? 0) + 1, (rows[i - 1]?.[j] ?? 0) + 1, (rows[i - 1]?.[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        least = Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[from.length]?.[to.length] ?? Infinity;
}
