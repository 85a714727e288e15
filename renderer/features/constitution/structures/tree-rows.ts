import type { StructureNode } from '../../../../shared/model/governance.ts';

/** One visible line of the tree. */
export interface TreeRow {
  node: StructureNode;
  /** 1 for the outermost. */
  level: number;
  /** Among its siblings, from 1, and how many there are. */
  place: number;
  siblings: number;
  /** Path of the row above it in the hierarchy; null for the outermost. */
  parent: string | null;
  /** Null for what has nothing below it. */
  open: boolean | null;
}

/** The lines that are to be seen while the named branches are closed. The root has a line only where it is a structure itself. */
export function rowsOf(root: StructureNode, closed: ReadonlySet<string>): TreeRow[] {
  const visit = (nodes: readonly StructureNode[], level: number, parent: string | null): TreeRow[] =>
    nodes.flatMap((node, index) => {
      const open = node.children.length === 0 ? null : !closed.has(node.path);
      const row = { node, level, place: index + 1, siblings: nodes.length, parent, open };
      return open === true ? [row, ...visit(node.children, level + 1, node.path)] : [row];
    });
  return root.result === 'Container' ? visit(root.children, 1, null) : visit([root], 1, null);
}

/** How many structures lie below a node. */
export const structuresBelow = (node: StructureNode): number =>
  node.children.reduce((sum, child) => sum + (child.result === 'Container' ? 0 : 1) + structuresBelow(child), 0);

/** The node of that path, or undefined. */
export function findNode(root: StructureNode, path: string): StructureNode | undefined {
  if (root.path === path) return root;
  for (const child of root.children) {
    const found = findNode(child, path);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a key does in the tree: go to a line, open or close a branch; null when the key means nothing there. */
export type TreeMove = { go: string } | { toggle: string } | null;

const moves: Readonly<Record<string, (rows: readonly TreeRow[], at: number) => TreeMove>> = {
  ArrowDown: (rows, at) => goTo(rows[at + 1]),
  ArrowUp: (rows, at) => goTo(rows[at - 1]),
  Home: (rows) => goTo(rows[0]),
  End: (rows) => goTo(rows.at(-1)),
  ArrowRight: (rows, at) => {
    const row = rows[at];
    if (row === undefined || row.open === null) return null;
    return row.open ? goTo(rows[at + 1]) : { toggle: row.node.path };
  },
  ArrowLeft: (rows, at) => {
    const row = rows[at];
    if (row?.open === true) return { toggle: row.node.path };
    return row?.parent === null || row === undefined ? null : { go: row.parent };
  },
};

const goTo = (row: TreeRow | undefined): TreeMove => (row === undefined ? null : { go: row.node.path });

/** The usual keys of a tree: arrows, Home, End. */
export function moveOf(key: string, rows: readonly TreeRow[], current: string): TreeMove {
  const at = rows.findIndex(({ node }) => node.path === current);
  return at === -1 ? null : (moves[key]?.(rows, at) ?? null);
}
