/** Words that say what may or must be done, when, or how much: one letter in them turns a rule around. */
const BINDING = new Set(
  (
    'not no nor none never neither without cannot cant wont dont must mustnt shall should may might can could will would only all any each every some ' +
    'always unless except until before after if then and or but allow allowed deny denied forbid forbidden require required optional permit permitted ' +
    'least most last first more less fewer many few both either half twice once one two three four five six seven eight nine ten eleven twelve ' +
    'thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion'
  ).split(' '),
);
/** To demand and to forbid are one letter apart. */
const BINDING_STEM = /^(?:pre|pro)scri/i;
/** Korean syllables that negate, bind, permit or count, and that say on which side of a limit. */
const BINDING_SYLLABLES = /[안않못없불비미무금말아야만도면수일이삼사오육칠팔구십백천억조한두세네상하전후내외]/gu;

/** Whether a text itself vouches for a spelling. */
export type IsVouched = (old: string, now: string) => boolean;

/**
 * Whether one word is the other with its spelling mended. Deliberately narrow: ordinary small letters, no digits or marks of code, the
 * same first letter, long enough, one stroke apart and not at the end (that would be another form of the word), no word that binds, negates,
 * permits or counts; and the text itself knows the new word, and not the old one any more.
 */
export function isTypo(before: string, after: string, isVouched: IsVouched): boolean {
  const [old, now] = [bare(before), bare(after)];
  if (old === '' || now === '' || marksOf(before) !== marksOf(after)) return false;
  if (old === now) return true;
  if (isBinding(old) || isBinding(now) || !isVouched(old, now)) return false;
  if (LATIN.test(old) && LATIN.test(now)) return isLatinTypo(old, now);
  return HANGUL.test(old) && HANGUL.test(now) && isHangulTypo(old, now);
}

const WRAPPING = /^[*"'“”‘’,.;:]+|[*"'“”‘’,.;:]+$/g;

/** A word without the marks around it. */
export const bare = (word: string): string => word.normalize('NFC').replaceAll(WRAPPING, '');

/** The marks around a word, all quotation marks as one and all pauses as one: a pause that comes or goes may turn a sentence around. */
const marksOf = (word: string): string =>
  word
    .normalize('NFC')
    .replaceAll('*', '')
    .replaceAll(/["'“”‘’]+/g, '"')
    .replaceAll(/[,;:]+/g, ',')
    .replaceAll(/[^",.]+/g, ' ');

const LATIN = /^\p{Lowercase_Letter}+$/u;
const HANGUL = /^\p{Script=Hangul}+$/u;
const isBinding = (word: string): boolean => BINDING.has(word.toLowerCase().replaceAll(/[^a-z]/g, '')) || BINDING_STEM.test(word);

function isLatinTypo(old: string, now: string): boolean {
  const isLong = Math.min(old.length, now.length) >= 4 && old[0] === now[0];
  return isLong && !old.startsWith(now) && !now.startsWith(old) && distance(old, now) <= 1;
}

function isHangulTypo(old: string, now: string): boolean {
  if (old.length < 3 || old.length !== now.length) return false;
  if (old.match(BINDING_SYLLABLES)?.join('') !== now.match(BINDING_SYLLABLES)?.join('')) return false;
  return distance(old.normalize('NFD'), now.normalize('NFD')) <= 1;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((row[j - 1] ?? 0) + 1, (rows[i - 1]?.[j] ?? 0) + 1, (rows[i - 1]?.[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? Infinity;
}
