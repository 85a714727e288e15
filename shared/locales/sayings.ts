import type { Language } from './index.ts';
import { sayings as korean } from './ko/sayings.ts';

/**
 * What a duty gives as a reason or detail, and the message of an AppError, is an English sentence: it is logged, stored and compared.
 * For people who read another language it is said here, when it is shown. As in gettext, the sentence is the key.
 */

const CATALOGUES: Readonly<Record<Exclude<Language, 'en'>, Readonly<Record<string, string>>>> = { ko: korean };
const MOST_REMEMBERED = 500;
/** A sentence may hold another one, and that one more. */
const DEEPEST = 3;

interface Pattern {
  /** What stands between the values: one more than there are values. */
  parts: readonly string[];
  /** Which value stands where. */
  order: readonly number[];
  target: string;
}

interface Catalogue {
  whole: Readonly<Record<string, string>>;
  patterns: readonly Pattern[];
  remembered: Map<string, string>;
}

const opened = new Map<Language, Catalogue>();

/** A sentence of the guardian in the reader's language. What is not known (words of other programs) stays as it is. */
export const saying = (language: Language, sentence: string): string =>
  language === 'en' ? sentence : remember(catalogueOf(language), sentence);

function catalogueOf(language: Exclude<Language, 'en'>): Catalogue {
  const known = opened.get(language);
  if (known !== undefined) return known;
  const whole = CATALOGUES[language];
  const patterns = Object.entries(whole)
    .filter(([source]) => /\{\d\}/.test(source))
    // The most particular sentence first: «… Nothing was changed.» before «… {1}».
    .sort(([one], [other]) => letters(other) - letters(one))
    .map(([source, target]) => ({ ...partsOf(source), target }));
  const catalogue = { whole, patterns, remembered: new Map<string, string>() };
  opened.set(language, catalogue);
  return catalogue;
}

const letters = (source: string): number => source.replaceAll(/\{\d\}/g, '').length;

function partsOf(source: string): Pick<Pattern, 'parts' | 'order'> {
  const pieces = source.split(/\{(\d)\}/);
  return {
    parts: pieces.filter((_, index) => index % 2 === 0),
    order: pieces.filter((_, index) => index % 2 === 1).map(Number),
  };
}

/** The values between the parts, each as short as can be; null when it is another sentence. No backtracking: the text may be anybody's. */
function valuesIn(text: string, parts: readonly string[]): string[] | null {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (!text.startsWith(first) || !text.endsWith(last)) return null;
  const end = text.length - last.length;
  const values: string[] = [];
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const at = text.indexOf(part, from);
    if (at < 0 || at + part.length > end) return null;
    values.push(text.slice(from, at));
    from = at + part.length;
  }
  if (from > end) return null;
  return [...values, text.slice(from, end)];
}

function remember(catalogue: Catalogue, sentence: string): string {
  const known = catalogue.remembered.get(sentence);
  if (known !== undefined) return known;
  const said = say(catalogue, sentence, DEEPEST);
  if (catalogue.remembered.size >= MOST_REMEMBERED) catalogue.remembered.clear();
  catalogue.remembered.set(sentence, said);
  return said;
}

function say(catalogue: Catalogue, sentence: string, depth: number): string {
  if (Object.hasOwn(catalogue.whole, sentence)) return catalogue.whole[sentence] ?? sentence;
  if (depth === 0) return sentence;
  for (const { parts, order, target } of catalogue.patterns) {
    const found = valuesIn(sentence, parts);
    if (found === null) continue;
    const values = new Map(order.map((place, index) => [place, say(catalogue, found[index] ?? '', depth - 1)]));
    return target.replaceAll(/\{(\d)\}/g, (_, place: string) => values.get(Number(place)) ?? '');
  }
  return sentence;
}
