import { isScalar, type YAMLSeq } from 'yaml';
import { inline } from './inline.ts';
import { commentIn, eolOf, lineEnd, lineStart } from './text-lines.ts';

/** Removes and adds single lines of a list, so that the comments between and behind the others stay where they are. */
export function editBlockList(text: string, list: YAMLSeq, value: readonly unknown[]): string | undefined {
  const items = list.items.map((item) =>
    isScalar(item) && item.range && !text.slice(item.range[0], item.range[1]).includes('\n') ? item : undefined,
  );
  if (items.includes(undefined) || value.length === 0 || value.some((item) => typeof item === 'object')) return undefined;
  const nodes = items.map((item) => item!);
  const firstStart = lineStart(text, nodes[0]!.range![0]);
  const bullet = text.slice(firstStart, nodes[0]!.range![0]);
  if (!/^\s*-\s+$/.test(bullet)) return undefined;
  const places = longestCommon(
    nodes.map((node) => node.value),
    value,
  );
  const eol = eolOf(text);
  let edited = '';
  let at = firstStart;
  let next = 0;
  const add = (until: number): void => {
    for (; next < until; next += 1) edited += `${bullet}${inline(value[next])}${eol}`;
  };
  for (const [index, node] of nodes.entries()) {
    const start = lineStart(text, node.range![0]);
    const stop = lineEnd(text, node.range![0]);
    const line = text.slice(start, stop);
    edited += text.slice(at, start);
    at = stop;
    const place = places.find(([from]) => from === index);
    if (place === undefined) {
      const comment = commentIn(text.slice(node.range![1], stop));
      if (comment !== undefined) edited += `${bullet.replace(/-\s+$/, '')}${comment}${eol}`;
      continue;
    }
    add(place[1]);
    edited += line.endsWith('\n') ? line : line + eol;
    next = place[1] + 1;
  }
  add(value.length);
  return text.slice(0, firstStart) + edited + text.slice(at);
}

/** Pairs of places [in a, in b] of the longest common subsequence. */
function longestCommon(a: readonly unknown[], b: readonly unknown[]): [number, number][] {
  const length = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      length[i]![j] = a[i] === b[j] ? length[i + 1]![j + 1]! + 1 : Math.max(length[i + 1]![j]!, length[i]![j + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (length[i + 1]![j]! >= length[i]![j + 1]!) i += 1;
    else j += 1;
  }
  return pairs;
}
