/** What the detail side of Structures shows. Paths as the view gives them. */
export type StructureSelection =
  | { kind: 'node'; path: string }
  | { kind: 'unlogged'; path: string }
  | { kind: 'due'; structure: string }
  | { kind: 'self' };

/** Identity of a selection. */
export function keyOf(selection: StructureSelection): string {
  if (selection.kind === 'self') return 'self';
  return `${selection.kind}:${selection.kind === 'due' ? selection.structure : selection.path}`;
}
