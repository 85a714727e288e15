import { isNode, isScalar, type Pair, type YAMLSeq } from 'yaml';
import { blockItem, wantsBlock } from './inline.ts';
import { commentIn, commentsOf, eolOf, lineEnd, lineStart, splice } from './text-lines.ts';

/** Takes whole lines away; the comments in them stay in their place, each on a line of its own. */
function takeLines(text: string, start: number, stop: number, indent: string): string {
  const kept = commentsOf(text.slice(start, stop)).map((comment) => `${indent}${comment}${eolOf(text)}`);
  return splice(text, start, stop, kept.join(''));
}

/** Behind the line on which what stands between the offsets ends. */
const lastLineEnd = (text: string, from: number, to: number): number =>
  lineEnd(text, Math.max(from, from + text.slice(from, to).trimEnd().length - 1));

/** Takes a key with its value away. Undefined where it does not begin a line. */
export function takePair(text: string, { key, value }: Pair): string | undefined {
  if (!isNode(key) || !key.range) return undefined;
  const start = lineStart(text, key.range[0]);
  const indent = text.slice(start, key.range[0]).replace('\uFEFF', '');
  if (indent.trim() !== '') return undefined;
  const end = isNode(value) && value.range ? Math.max(key.range[1], value.range[1]) : key.range[1];
  const first = start + (text.startsWith('\uFEFF', start) ? 1 : 0);
  return takeLines(text, first, lastLineEnd(text, key.range[0], end), indent);
}

/** Takes one item out of a list in lines of its own. */
export function takeItem(text: string, list: YAMLSeq, index: number): string | undefined {
  const place = placeOf(text, list, index);
  return place === undefined ? undefined : takeLines(text, place.start, place.stop, place.indent);
}

/** Adds an item below the last one of a list in lines of its own. */
export function addItem(text: string, list: YAMLSeq, value: unknown): string | undefined {
  const place = placeOf(text, list, list.items.length - 1);
  if (place === undefined) return undefined;
  const eol = eolOf(text);
  const gap = text[place.stop - 1] === '\n' ? '' : eol;
  return splice(text, place.stop, place.stop, gap + blockItem(value, place.indent, eol));
}

/** Leaves an empty list behind the key; the comments of the items stay below it. */
export function emptyList(text: string, { key, value }: Pair): string | undefined {
  if (!isNode(key) || !key.range || !isNode(value) || !value.range) return undefined;
  const start = lineStart(text, key.range[0]);
  const colon = text.indexOf(':', key.range[1]);
  const keyLine = lineEnd(text, colon);
  const eol = eolOf(text);
  const beside = commentIn(text.slice(colon, keyLine));
  const indent = text.slice(start, key.range[0]).replace('\uFEFF', '').replace('-', ' ');
  if (indent.trim() !== '' || value.range[0] < keyLine) return undefined;
  const below = takeLines(text, keyLine, lastLineEnd(text, value.range[0], value.range[1]), indent);
  return splice(below, colon + 1, keyLine, ` []${beside === undefined ? '' : ` ${beside}`}${eol}`);
}

/** Whether a value should stand in lines of its own where a flow of brackets stands now. */
export const becomesBlock = (text: string, range: readonly number[], value: unknown): boolean =>
  wantsBlock(value) && /^\[\s*\]$/.test(text.slice(range[0], range[1]));

/** The lines of an item and the indentation of its dash. */
function placeOf(text: string, list: YAMLSeq, index: number): { start: number; stop: number; indent: string } | undefined {
  const item = list.items[index];
  if (list.flow === true || !isNode(item) || !item.range) return undefined;
  if (isScalar(item) && item.range[0] === item.range[1]) return undefined;
  const start = lineStart(text, item.range[0]);
  const bullet = /^(\s*)-\s+$/.exec(text.slice(start, item.range[0]));
  if (bullet === null) return undefined;
  return { start, stop: lastLineEnd(text, item.range[0], item.range[1]), indent: bullet[1]! };
}
