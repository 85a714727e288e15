import type { Node, Tree } from 'web-tree-sitter';

export interface SyntaxFault {
  ok: false;
  line: number;
  column: number;
  message: string;
}

const LONGEST_SHOWN = 40;

/** The first place in the text that the grammar has no reading for, or null when there is none. */
export function firstError(tree: Tree): SyntaxFault | null {
  const root = tree.rootNode;
  if (!root.hasError) return null;
  let node: Node = root;
  // Deepest first fault: an outer ERROR often spans the file, the inner one shows the place.
  for (;;) {
    const next = node.children.find((child) => child.hasError || child.isMissing || child.isError);
    if (next === undefined) break;
    node = next;
  }
  const { row, column } = node.startPosition;
  return {
    ok: false,
    line: row + 1,
    column: column + 1,
    message: node.isMissing ? `${node.type} is missing` : `unexpected ${shown(node.text)}`,
  };
}

function shown(text: string): string {
  const line = text.trimStart().split(/\r?\n/, 1)[0] ?? '';
  if (line === '') return 'end of the file';
  return JSON.stringify(line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}…` : line);
}
