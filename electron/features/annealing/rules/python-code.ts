import type { Node } from 'web-tree-sitter';
import { around, isSame } from './nodes.ts';
import { noEdit, type Edit, type EditPlan, type FailingCode } from './rule.ts';

/** Methods of strings and the like whose result is the same each time. */
const REPEATABLE = new Set(['split', 'rsplit', 'splitlines', 'strip', 'lstrip', 'rstrip', 'lower', 'upper']);
const REPEATABLE_FUNCTIONS = new Set(['len', 'str', 'os.path.join', 'os.path.dirname', 'Path', 'pathlib.Path']);

/** Whether an expression can be written twice: it changes nothing, and means the same each time. */
export function isRepeatable(node: Node | null): boolean {
  if (node === null) return false;
  switch (node.type) {
    case 'identifier':
    case 'integer':
    case 'float':
    case 'true':
    case 'false':
    case 'none':
      return true;
    case 'string':
      return node.namedChildren.every((child) => child?.type !== 'interpolation' || isRepeatable(child.namedChildren[0] ?? null));
    case 'attribute':
      return isRepeatable(node.childForFieldName('object'));
    case 'parenthesized_expression':
    case 'unary_operator':
    case 'not_operator':
    case 'boolean_operator':
    case 'comparison_operator':
    case 'conditional_expression':
      return node.namedChildren.every((child) => isRepeatable(child));
    case 'binary_operator':
      return isRepeatable(node.childForFieldName('left')) && isRepeatable(node.childForFieldName('right'));
    case 'subscript':
      return node.namedChildren.every((child) => child?.type !== 'slice' && isRepeatable(child));
    case 'call':
      return isRepeatableCall(node);
    default:
      return false;
  }
}

function isRepeatableCall(call: Node): boolean {
  const callee = call.childForFieldName('function');
  const given = call.childForFieldName('arguments');
  if (callee === null || given?.type !== 'argument_list' || !given.namedChildren.every((child) => isRepeatable(child)))
    return false;
  if (REPEATABLE_FUNCTIONS.has(callee.text)) return true;
  return (
    callee.type === 'attribute' &&
    REPEATABLE.has(callee.childForFieldName('attribute')?.text ?? '') &&
    isRepeatable(callee.childForFieldName('object'))
  );
}

/** Whether a value is read there: not assigned to, not deleted. */
export function isRead(node: Node): boolean {
  for (let at: Node = node, parent = node.parent; parent !== null; at = parent, parent = parent.parent) {
    if (parent.type === 'assignment' || parent.type === 'augmented_assignment')
      return !isSame(parent.childForFieldName('left'), at);
    if (parent.type === 'for_statement' || parent.type === 'for_in_clause') return !isSame(parent.childForFieldName('left'), at);
    if (parent.type === 'delete_statement' || parent.type === 'as_pattern_target') return false;
    if (
      !['pattern_list', 'tuple_pattern', 'list_pattern', 'parenthesized_expression', 'expression_list', 'tuple', 'list'].includes(
        parent.type,
      )
    )
      return true;
  }
  return true;
}

/** Whether somebody waits for this error around the node: then it is part of how the program works. */
export function isExpected(node: Node, names: readonly string[]): boolean {
  for (let at: Node = node, parent = node.parent; parent !== null; at = parent, parent = parent.parent) {
    if (parent.type === 'function_definition' || parent.type === 'lambda') return false;
    if (parent.type !== 'try_statement' || !isSame(parent.childForFieldName('body'), at)) continue;
    const clauses = parent.namedChildren.filter(
      (child) => child?.type === 'except_clause' || child?.type === 'except_group_clause',
    );
    if (clauses.some((clause) => clause !== null && catches(clause, names))) return true;
  }
  return false;
}

function catches(clause: Node, names: readonly string[]): boolean {
  const caught = clause.namedChildren.filter((child) => child !== null && child.type !== 'block' && child.type !== 'comment');
  if (caught.length === 0) return true;
  const words = caught.flatMap((child) => child?.text.match(/[\w.]+/g) ?? []);
  return words.some((word) => ['Exception', 'BaseException', ...names].includes(word.slice(word.lastIndexOf('.') + 1)));
}

const NO_BRACKETS = new Set([
  'assignment',
  'return_statement',
  'expression_statement',
  'parenthesized_expression',
  'interpolation',
]);

/** A conditional expression in the node's place, in brackets where it could be read otherwise. */
export function conditional(node: Node, condition: string, otherwise: string): string {
  const text = `${node.text} if ${condition} else ${otherwise}`;
  const parent = node.parent;
  const isWhole =
    parent !== null &&
    NO_BRACKETS.has(parent.type) &&
    !(parent.type === 'assignment' && !isSame(parent.childForFieldName('right'), node));
  return isWhole ? text : `(${text})`;
}

const STATEMENTS = new Set(['block', 'module']);

/** The statement that holds a node: one that stands in a block of its own. */
export function statementOf(node: Node): Node | null {
  let at: Node = node;
  while (at.parent !== null && !STATEMENTS.has(at.parent.type)) at = at.parent;
  return at.parent === null ? null : at;
}

/** The indentation of a statement that begins its line; null when something stands before it. */
export function indentOf(code: FailingCode, statement: Node): string | null {
  const start = code.text.lastIndexOf('\n', statement.startIndex - 1) + 1;
  const before = code.text.slice(start, statement.startIndex);
  return /^[ \t\f\uFEFF]*$/.test(before) ? before.replace('\uFEFF', '') : null;
}

export const lineEnd = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
export const step = (indent: string): string => (indent.includes('\t') ? '\t' : '    ');

/** Lines before the statement. */
export function insertBefore(code: FailingCode, statement: Node, lines: readonly string[]): Edit | null {
  const indent = indentOf(code, statement);
  if (indent === null) return null;
  const text = lines.map((line) => `${line}${lineEnd(code.text)}${indent}`).join('');
  return { from: statement.startIndex, to: statement.startIndex, text };
}

/** `import name` at the head of the module, behind its docstring and `__future__`; nothing where it is imported already. */
export function importing(code: FailingCode, name: string): Edit[] {
  const { tree, text } = code;
  const statements = tree.rootNode.namedChildren.filter((child) => child !== null);
  const has = statements.some(
    (child) => child.type === 'import_statement' && child.namedChildren.some((one) => one?.text === name),
  );
  if (has) return [];
  const first = statements.find(
    (child, index) =>
      child.type !== 'comment' &&
      child.type !== 'future_import_statement' &&
      !(
        index === statements.findIndex((one) => one.type !== 'comment') &&
        child.type === 'expression_statement' &&
        child.namedChildren[0]?.type === 'string'
      ),
  );
  if (first === undefined) return [];
  return [{ from: first.startIndex, to: first.startIndex, text: `import ${name}${lineEnd(text)}` }];
}

const NESTED = ['list_comprehension', 'dictionary_comprehension', 'set_comprehension', 'generator_expression', 'lambda'];

/** The statement around a node in a `try`, its result None where it fails: only where it stores or returns one. */
export function tryAround(code: FailingCode, node: Node, error: string, caught: readonly string[]): EditPlan {
  if (isExpected(node, caught)) return noEdit('the error is expected there');
  if (around(node, NESTED) !== null) return noEdit('it fails inside an expression that runs several times');
  const statement = statementOf(node);
  const indent = statement === null ? null : indentOf(code, statement);
  if (statement === null || indent === null) return noEdit('the statement does not stand on lines of its own');
  const instead = insteadOf(statement);
  if (instead === null) return noEdit('only an assignment or a return can be given another value');
  const rest = code.text.slice(statement.endIndex, endOfLine(code.text, statement.endIndex));
  if (/^\s*;/.test(rest)) return noEdit('several statements stand on one line');
  if (
    statement.descendantsOfType('string').some((string) => string !== null && string.startPosition.row !== string.endPosition.row)
  )
    return noEdit('a text of several lines would be moved');
  const [end, inner] = [lineEnd(code.text), step(indent)];
  const body = statement.text.split(/\r?\n/).map((line, index) => (index === 0 ? line : `${line === '' ? '' : inner}${line}`));
  const text = [
    `try:`,
    `${indent}${inner}${body.join(end)}${rest.trimEnd()}`,
    `${indent}except ${error}:`,
    `${indent}${inner}${instead}`,
  ].join(end);
  return { edits: [{ from: statement.startIndex, to: statement.endIndex + rest.trimEnd().length, text }] };
}

function insteadOf(statement: Node): string | null {
  if (statement.type === 'return_statement') return 'return None';
  const assignment = statement.type === 'expression_statement' ? statement.namedChildren[0] : null;
  if (assignment?.type !== 'assignment') return null;
  const left = assignment.childForFieldName('left');
  return left !== null && ['identifier', 'attribute'].includes(left.type) && isRepeatable(left) ? `${left.text} = None` : null;
}

function endOfLine(text: string, from: number): number {
  const end = text.slice(from).search(/\r?\n|$/);
  return from + Math.max(0, end);
}

/** Positional arguments, and those with a name. */
export function argumentsOf(call: Node): { positional: Node[]; named: Map<string, Node>; list: Node } | null {
  const list = call.childForFieldName('arguments');
  if (list?.type !== 'argument_list') return null;
  const children = list.namedChildren.filter((child) => child !== null && child.type !== 'comment');
  if (children.some((child) => child.type === 'list_splat' || child.type === 'dictionary_splat')) return null;
  const named = new Map<string, Node>();
  for (const child of children) {
    const name = child.type === 'keyword_argument' ? child.childForFieldName('name') : null;
    const value = child.type === 'keyword_argument' ? child.childForFieldName('value') : null;
    if (name !== null && value !== null) named.set(name.text, value);
  }
  return { positional: children.filter((child) => child.type !== 'keyword_argument'), named, list };
}

/** Adds an argument at the end of a call. */
export function addArgument(list: Node, text: string): Edit {
  const last = list.namedChildren.findLast((child) => child?.type !== 'comment') ?? null;
  const at = last === null ? list.startIndex + 1 : last.endIndex;
  return { from: at, to: at, text: last === null ? text : `, ${text}` };
}

export const calleeOf = (call: Node): string => call.childForFieldName('function')?.text ?? '';
/** The name of a method that is called, or ''. */
export const methodOf = (call: Node): string => {
  const callee = call.childForFieldName('function');
  return callee?.type === 'attribute' ? (callee.childForFieldName('attribute')?.text ?? '') : '';
};
