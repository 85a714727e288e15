import type { Node } from 'web-tree-sitter';
import type { FailingCode } from './rule.ts';

/** Nodes of these types that begin on the failing line, of those that the runtime marked where it marked any. */
export function failingNodes(code: FailingCode, types: readonly string[], fits: (node: Node) => boolean = () => true): Node[] {
  const { tree, row, span } = code;
  const found = tree.rootNode
    .descendantsOfType([...types], { row, column: 0 }, { row: row + 1, column: 0 })
    .filter((node) => node !== null && node.startPosition.row === row && fits(node));
  if (span === null) return found;
  const exact = found.filter((node) => columnOf(node) === span.from && node.endPosition.column === span.to);
  if (exact.length > 0) return exact;
  const inside = found.filter((node) => columnOf(node) >= span.from && (span.to === null || node.endPosition.column <= span.to));
  return inside.length > 0 ? inside : found;
}

/** The only one, or null: which of several failed is not known. */
export const only = (nodes: readonly Node[]): Node | null => (nodes.length === 1 ? nodes[0]! : null);

const columnOf = (node: Node): number => node.startPosition.column;

/** The nearest node of these types around one. */
export function around(node: Node, types: readonly string[]): Node | null {
  for (let at = node.parent; at !== null; at = at.parent) if (types.includes(at.type)) return at;
  return null;
}

/** Whether two nodes are the same place of the tree: each look makes new objects. */
export const isSame = (a: Node | null, b: Node | null): boolean => a !== null && b !== null && a.id === b.id;
