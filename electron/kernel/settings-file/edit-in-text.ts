import { isMap, isNode, isScalar, isSeq, type Document, type YAMLMap } from 'yaml';
import { editBlockList } from './edit-list.ts';
import { inline, keyed } from './inline.ts';
import { addItem, becomesBlock, emptyList, takeItem, takePair } from './take-away.ts';
import { eolOf, lineEnd, lineStart, splice } from './text-lines.ts';
import { pairAt } from './where.ts';

type Path = readonly (string | number)[];

/**
 * Changes one value by touching only its own characters or lines. Returns undefined where the layout is too unusual for that.
 * The caller proves the result.
 */
export function applyInText(text: string, document: Document, path: Path, value: unknown): string | undefined {
  if (typeof path.at(-1) === 'number') return editItem(text, document, path, value);
  const pair = pairAt(document, path);
  if (pair === undefined) return value === undefined ? text : insert(text, document, path, value);
  if (value === undefined) return takePair(text, pair);
  const node = pair.value;
  if (!isNode(node) || !node.range || !isNode(pair.key) || !pair.key.range) return undefined;
  if (isSeq(node) && node.flow !== true && Array.isArray(value))
    return value.length === 0 ? emptyList(text, pair) : editBlockList(text, node, value);
  if (isMap(node) && node.flow !== true) return undefined;
  const [start, end] = node.range;
  if (becomesBlock(text, node.range, value)) {
    const own = lineStart(text, pair.key.range[0]);
    const indent = text.slice(own, pair.key.range[0]).replace('\uFEFF', '').replace('-', ' ');
    const lines = keyed('', value, indent, eolOf(text)).split(eolOf(text)).slice(1).join(eolOf(text));
    const at = lineEnd(text, end);
    const gap = text[at - 1] === '\n' ? '' : eolOf(text);
    return splice(splice(text, at, at, gap + lines), text[start - 1] === ' ' ? start - 1 : start, end, '');
  }
  if (start === end) {
    // `key:` with nothing behind it: the value goes right behind the colon.
    const colon = text.indexOf(':', pair.key.range[1]);
    return splice(text, colon + 1, colon + 1, ` ${inline(value)}`);
  }
  const trailing = /[\r\n]+\s*$/.exec(text.slice(start, end))?.[0].length ?? 0;
  return splice(text, start, end - trailing, inline(value));
}

/** Adds an item to a list, takes one out, or writes another in its place. */
function editItem(text: string, document: Document, path: Path, value: unknown): string | undefined {
  const index = Number(path.at(-1));
  const parent = path.slice(0, -1);
  const list = document.getIn(parent, true);
  if (!isSeq(list) || list.flow === true) return undefined;
  const pair = pairAt(document, parent);
  if (value === undefined && list.items.length === 1 && pair !== undefined) return emptyList(text, pair);
  if (value === undefined) return takeItem(text, list, index);
  return index === list.items.length ? addItem(text, list, value) : undefined;
}

/** Puts a new key below its commented-out twin, else below the last key of its section, else at the section's head. */
function insert(text: string, document: Document, path: Path, value: unknown): string | undefined {
  const parentPath = path.slice(0, -1);
  const parent = parentPath.length === 0 ? document.contents : document.getIn(parentPath, true);
  const key = String(path.at(-1));
  if (isMap(parent) && parent.items.length > 0 && parent.flow !== true) return insertIntoMap(text, parent, key, value);
  if (isMap(parent)) return undefined;
  if (parentPath.length === 0)
    return document.contents === null || isEmpty(document.contents) ? appendLine(text, '', key, value) : undefined;
  const parentPair = pairAt(document, parentPath);
  if (parentPair === undefined) return insert(text, document, parentPath, { [key]: value });
  if (!isNode(parentPair.key) || !parentPair.key.range || !isEmpty(parentPair.value)) return undefined;
  const start = lineStart(text, parentPair.key.range[0]);
  const indent = `${text.slice(start, parentPair.key.range[0])}  `;
  if (indent.trim() !== '') return undefined;
  const twin = commentedTwin(text, lineEnd(text, start), indent, key);
  return putLine(text, twin ?? lineEnd(text, parentPair.key.range[1]), indent, key, value);
}

const isEmpty = (node: unknown): boolean =>
  node === null || (isScalar(node) && node.value === null && (node.source ?? '') === '');

function insertIntoMap(text: string, map: YAMLMap, key: string, value: unknown): string | undefined {
  const first = map.items[0]!.key;
  const last = map.items.at(-1)!;
  if (!isNode(first) || !first.range || !isNode(last.key) || !last.key.range) return undefined;
  const start = lineStart(text, first.range[0]);
  // The first key of a list's item stands behind a dash; the others below it.
  const indent = text.slice(start, first.range[0]).replace('\uFEFF', '').replace('-', ' ');
  if (indent.trim() !== '') return undefined;
  const twin = commentedTwin(text, start, indent, key);
  if (twin !== undefined) return putLine(text, twin, indent, key, value);
  // The value's range ends behind its last line break when it is a block; a comment on its last line belongs to it.
  const end = isNode(last.value) && last.value.range ? Math.max(last.value.range[1], last.key.range[1]) : last.key.range[1];
  const at = text[end - 1] === '\n' ? end : lineEnd(text, end);
  return putLine(text, at, indent, key, value);
}

/** Behind the line `# key: default` of the same indentation, within the lines that are not less indented. */
function commentedTwin(text: string, from: number, indent: string, key: string): number | undefined {
  for (let at = from; at < text.length; at = lineEnd(text, at)) {
    const line = text.slice(at, lineEnd(text, at)).trimEnd();
    if (line.trim() !== '' && !line.startsWith(indent)) return undefined;
    const rest = line.slice(indent.length);
    if (rest.startsWith(`# ${key}:`) && rest.length > `# ${key}:`.length) return lineEnd(text, at);
  }
  return undefined;
}

function putLine(text: string, at: number, indent: string, key: string, value: unknown): string {
  const eol = eolOf(text);
  const breakBefore = at > 0 && text[at - 1] !== '\n' ? eol : '';
  return splice(text, at, at, breakBefore + keyed(key, value, indent, eol));
}

const appendLine = (text: string, indent: string, key: string, value: unknown): string =>
  putLine(text, text.length, indent, key, value);
