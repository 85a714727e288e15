import { isMap, isPair, isScalar, isSeq, type Document } from 'yaml';
import { readFrontMatter, type FrontMatter } from '../constitution/index.ts';
import { readProse } from './prose.ts';
import { bare, isTypo, type IsVouched } from './typo.ts';

export type FormalProof = { proved: true; changes: string[] } | { proved: false; reason: string };

/** More mended words than this are a new text. */
const MOST_TYPOS = 12;
const MAX_CHARACTERS = 500_000;

/**
 * Proves that a change means nothing: only white space, comments, or mended spelling in prose; every front matter value the same. What cannot
 * be proved is not formal. Code must be the same to the letter but for white space at the ends of lines.
 */
export function proveFormalCorrection(before: string, after: string): FormalProof {
  if (before.length > MAX_CHARACTERS || after.length > MAX_CHARACTERS) return no('The document is too large for a proof.');
  if (INVISIBLE.test(after) || INVISIBLE.test(before)) return no('The document holds invisible characters.');
  const old = readFrontMatter(before);
  const now = readFrontMatter(after);
  if (!old.ok || !now.ok) return no('The front matter of one side cannot be read.');
  const values = compareValues(old.frontMatter, now.frontMatter);
  if (values !== null) return no(values);
  const body = compareProse(old.frontMatter.body, now.frontMatter.body);
  if (!body.proved) return body;
  const changes = [
    ...(old.frontMatter.yaml === now.frontMatter.yaml ? [] : ['comments or white space in the front matter']),
    ...body.changes,
  ];
  return { proved: true, changes: changes.length === 0 ? ['white space'] : changes };
}

const no = (reason: string): FormalProof => ({ proved: false, reason });
/** Letters that nobody sees but readers may act on. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\u{e0000}-\u{e007f}]/u;

/** Null when both front matters hold the same keys in the same order with the same values, spelt the same. */
function compareValues(old: FrontMatter, now: FrontMatter): string | null {
  if (old.duplicates.length > 0 || now.duplicates.length > 0) return 'A key of the front matter is there twice.';
  const before = skeleton(old.document);
  const after = skeleton(now.document);
  if (before === null || after === null) return 'The front matter uses anchors, aliases or tags.';
  return before === after ? null : 'A value of the front matter has changed.';
}

/** Everything in a document that is not white space, comment or style of quotation; null for what could hide a change. */
function skeleton(document: Document): string | null {
  const walk = (node: unknown): unknown => {
    if (node === null) return null;
    if (isPair(node)) return [walk(node.key), walk(node.value)];
    if ((isMap(node) || isSeq(node)) && node.anchor === undefined && node.tag === undefined)
      return [isMap(node) ? 'map' : 'seq', ...node.items.map(walk)];
    if (isScalar(node) && node.anchor === undefined && node.tag === undefined) {
      // A plain 0.10 and 0.1 are one number but not one version: what is not text is compared as it is written.
      return typeof node.value === 'string' ? ['text', node.value] : ['plain', node.source ?? String(node.value)];
    }
    throw new Error('hidden');
  };
  try {
    return JSON.stringify(walk(document.contents));
  } catch {
    return null;
  }
}

function compareProse(before: string, after: string): FormalProof {
  const [old, now] = [readProse(before), readProse(after)];
  if (old === null || now === null) return no('It is not clear what is a comment and what is code.');
  if (old.code !== now.code) return no('Code has changed.');
  if (old.words.length !== now.words.length) return no('Words, lists or paragraphs were added or taken away.');
  const isVouched = vouching(old.words, now.words);
  let typos = 0;
  for (const [at, word] of old.words.entries()) {
    const other = now.words[at] ?? '';
    if (word === other) continue;
    if (!isTypo(word, other, isVouched)) return no(`“${word}” → “${other}” is more than a mended spelling.`);
    typos += 1;
  }
  if (typos > MOST_TYPOS) return no(`${typos} words have changed: that is a new text.`);
  const comments = old.comments === now.comments ? [] : ['comments'];
  const spelling = typos === 0 ? [] : [`${typos} mended ${typos === 1 ? 'word' : 'words'}`];
  return { proved: true, changes: [...comments, ...spelling] };
}

/** No dictionary is at hand but the text: a mended word is one that it used before, and a broken one is gone from it now. */
function vouching(before: readonly string[], after: readonly string[]): IsVouched {
  const [known, left] = [before, after].map((words) => new Set(words.map(bare)));
  return (old, now) => known?.has(now) === true && left?.has(old) === false;
}
