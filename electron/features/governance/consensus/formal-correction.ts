import { isMap, isPair, isScalar, isSeq, type Document } from 'yaml';
import { readFrontMatter, type FrontMatter } from '../constitution/index.ts';
import { isTypo } from './typo.ts';

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
  const old = partsOf(before);
  const now = partsOf(after);
  if (old.code !== now.code) return no('Code has changed.');
  if (old.words.length !== now.words.length) return no('Words were added or taken away.');
  let typos = 0;
  for (const [at, word] of old.words.entries()) {
    const other = now.words[at] ?? '';
    if (word === other) continue;
    if (!isTypo(word, other)) return no(`“${word}” → “${other}” is more than a mended spelling.`);
    typos += 1;
  }
  if (typos > MOST_TYPOS) return no(`${typos} words have changed: that is a new text.`);
  const comments = old.comments === now.comments ? [] : ['comments'];
  const spelling = typos === 0 ? [] : [`${typos} mended ${typos === 1 ? 'word' : 'words'}`];
  return { proved: true, changes: [...comments, ...spelling] };
}

/** Words of the prose, and code as it stands. Comments are cut from prose only: in code they would be code. */
function partsOf(body: string): { words: string[]; code: string; comments: string } {
  const code: string[] = [];
  const prose: string[] = [];
  let fence: string | null = null;
  for (const line of body.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === null && mark === undefined) {
      // An indented block may be code or a list: its depth is kept as part of what must not change.
      prose.push(/^(?: {4}|\t)/.test(line) ? line.replaceAll(/[^\S\n]+/g, ' ') : line);
      continue;
    }
    code.push(line.trimEnd());
    prose.push('\uE000code');
    if (fence === null) fence = mark ?? null;
    else if (mark !== undefined && mark[0] === fence[0] && mark.length >= fence.length && line.trim() === mark) fence = null;
  }
  const text = prose.join('\n');
  const comments = [...text.matchAll(COMMENT)].map(([comment]) => comment);
  const words = text
    .replaceAll(COMMENT, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  return { words, code: code.join('\n'), comments: comments.join('\n') };
}

/** Only such as are closed on the way: an open one would swallow the text behind it. */
const COMMENT = /<!--(?:(?!-->|<!--)[\s\S])*?-->/g;
