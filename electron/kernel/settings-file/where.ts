import { isMap, isNode, isScalar, visit, type Document, type LineCounter, type Pair, type YAMLError } from 'yaml';

type Path = readonly PropertyKey[];

/** 1-based line of an offset; never beyond the last line that holds something. */
export function lineAt(lines: LineCounter, text: string, offset: number): number {
  return Math.max(1, lines.linePos(Math.max(0, Math.min(offset, text.trimEnd().length - 1))).line);
}

/** Where a syntax error should be looked for: at its position, or where the quotation began that never ends. */
export function offsetOfError(document: Document, error: YAMLError): number {
  let offset = error.pos[0];
  if (error.code !== 'MISSING_CHAR') return offset;
  visit(document, {
    Scalar(_key, node) {
      const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
      if (quoted && node.range && node.range[0] <= error.pos[0] && node.range[1] >= error.pos[0]) offset = node.range[0];
    },
  });
  return offset;
}

/** The pair of the last key on a path, or undefined when the document has none there. */
export function pairAt(document: Document, path: Path): Pair | undefined {
  const map = path.length <= 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(map)) return undefined;
  return map.items.find((pair) => keyOf(pair) === path.at(-1));
}

/** The offset of the key (or list item) at a path; of the nearest ancestor that exists when it does not. */
export function offsetAt(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const steps = path.slice(0, length);
    const pair = pairAt(document, steps);
    const whole = length === path.length;
    if (pair !== undefined) {
      // The value of a complete path, where it can be seen; else the key.
      const node = whole && isScalar(pair.value) && pair.value.source !== '' ? pair.value : pair.key;
      if (isNode(node) && node.range) return node.range[0];
    }
    const item = document.getIn(steps, true);
    if (isNode(item) && item.range) return item.range[0];
  }
  return isNode(document.contents) ? (document.contents.range?.[0] ?? 0) : 0;
}

/** The offset of the key itself at a path. */
export function offsetOfKey(document: Document, path: Path): number {
  const key = pairAt(document, path)?.key;
  return isNode(key) && key.range ? key.range[0] : offsetAt(document, path);
}

/** The offset of the first alias that leads nowhere, or of the first alias at all. */
export function offsetOfAlias(document: Document): { offset: number; name: string; resolved: boolean } | undefined {
  let found: { offset: number; name: string; resolved: boolean } | undefined;
  visit(document, {
    Alias(_key, node) {
      const resolved = node.resolve(document) !== undefined;
      if (found === undefined || (found.resolved && !resolved))
        found = { offset: node.range?.[0] ?? 0, name: node.source, resolved };
    },
  });
  return found;
}

/** The text of a pair's key. */
function keyOf(pair: Pair): string | undefined {
  const { key } = pair;
  if (isScalar(key)) return String(key.value);
  return typeof key === 'string' ? key : undefined;
}
