import type { Node, Tree } from 'web-tree-sitter';
import type { ImportRef } from './import-ref.ts';

const MENTIONS_IMPORT = /\b(?:import|require|from)\b/;
const TYPES_OF_A_MODULE = /\bexport\s+type\s+\*[^;\n]*/g;
/** What is inside these runs later, or never. */
const NOT_AT_LOAD = new Set([
  'function_declaration',
  'generator_function_declaration',
  'function_expression',
  'generator_function',
  'arrow_function',
  'method_definition',
  'interface_declaration',
  'type_alias_declaration',
  'ambient_declaration',
]);

/** The same text without `export type * from`, which the grammars do not know and which loads nothing. Offsets stay. */
export const withoutTypesOfModules = (text: string): string =>
  text.replaceAll(TYPES_OF_A_MODULE, (match) => match.replaceAll(/[^\r\n]/g, ' '));

/** Static imports, re-exports and `require()` that run when the module is loaded. Types and `import()` do not count. */
export const scriptImportsOfTree = (tree: Tree, text: string): ImportRef[] =>
  MENTIONS_IMPORT.test(text) ? collect(tree, text.includes('require')) : [];

function collect(tree: Tree, hasRequire: boolean): ImportRef[] {
  const modules = new Set<string>();
  const waiting: Node[] = [tree.rootNode];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (NOT_AT_LOAD.has(node.type)) continue;
    const module = importedBy(node);
    if (module !== null) modules.add(module);
    // Imports stand at the top; only require() hides deeper.
    if (hasRequire || node.type === 'program') waiting.push(...node.namedChildren.toReversed());
  }
  return [...modules].map((module) => ({ module, names: [] }));
}

function importedBy(node: Node): string | null {
  switch (node.type) {
    case 'import_statement':
      return onlyTypes(node) ? null : specifier(node.childForFieldName('source') ?? requireSource(node));
    case 'export_statement':
      return onlyTypes(node) ? null : specifier(node.childForFieldName('source'));
    case 'call_expression': {
      if (node.childForFieldName('function')?.text !== 'require') return null;
      return specifier(node.childForFieldName('arguments')?.firstNamedChild ?? null);
    }
    default:
      return null;
  }
}

/** TypeScript's `import a = require("b")`. */
const requireSource = (node: Node): Node | null =>
  node.namedChildren.find((child) => child.type === 'import_require_clause')?.childForFieldName('source') ?? null;

/** `import type …`, or braces in which each name is a type: the compiler drops both. */
function onlyTypes(node: Node): boolean {
  if (node.children.some((child) => child.type === 'type')) return true;
  const clause = node.namedChildren.find((child) => child.type === 'import_clause' || child.type === 'export_clause');
  const names = clause?.type === 'import_clause' ? clause.namedChildren.find((child) => child.type === 'named_imports') : clause;
  if (clause === undefined || names === undefined || (names !== clause && clause.namedChildCount > 1)) return false;
  const specifiers = names.namedChildren.filter((child) => child.type.endsWith('_specifier'));
  return specifiers.length > 0 && specifiers.every((child) => child.children.some((part) => part.type === 'type'));
}

function specifier(node: Node | null): string | null {
  if (node?.type !== 'string') return null;
  return node.text.slice(1, -1);
}
