import type { Node } from 'web-tree-sitter';
import { AppError } from '../errors.ts';
import { withTree } from './tree-sitter.ts';

/** What a literal of Python may hold. */
export type PythonValue = null | boolean | number | string | PythonValue[] | { [key: string]: PythonValue };

/**
 * The value of a module-level `NAME = <literal>` in Python source, read without running it; undefined when there is none. The last
 * assignment counts, as it does when Python runs. @throws AppError `settings-invalid` with the line, when it is not a plain literal
 */
export function readPythonLiteral(text: string, name: string, file: string): Promise<PythonValue | undefined> {
  return withTree('python', text, (tree) => {
    let value: PythonValue | undefined;
    for (const statement of tree.rootNode.namedChildren) {
      const right = statement === null ? null : assigned(statement, name);
      if (right !== null) value = valueOf(right, (node) => faultAt(file, node));
    }
    return value;
  });
}

const faultAt = (file: string, node: Node): AppError =>
  new AppError(
    'settings-invalid',
    `${file}:${node.startPosition.row + 1}: ${JSON.stringify(node.text.slice(0, 60))} is not a plain literal. Write strings, numbers, True, False, None, lists and dicts only.`,
  );

function assigned(statement: Node, name: string): Node | null {
  const assignment = statement.type === 'expression_statement' ? statement.namedChild(0) : null;
  if (assignment?.type !== 'assignment') return null;
  const left = assignment.childForFieldName('left');
  return left?.type === 'identifier' && left.text === name ? assignment.childForFieldName('right') : null;
}

type Fault = (node: Node) => AppError;

function valueOf(node: Node, fault: Fault): PythonValue {
  switch (node.type) {
    case 'none':
      return null;
    case 'true':
      return true;
    case 'false':
      return false;
    case 'integer':
    case 'float':
      return numberOf(node, fault);
    case 'unary_operator':
      return negated(node, fault);
    case 'string':
      return stringOf(node, fault);
    case 'concatenated_string':
      return members(node)
        .map((part) => stringOf(part, fault))
        .join('');
    case 'parenthesized_expression':
      return valueOf(only(node, fault), fault);
    case 'list':
    case 'tuple':
      return members(node).map((member) => valueOf(member, fault));
    case 'dictionary':
      return dictOf(node, fault);
    default:
      throw fault(node);
  }
}

const members = (node: Node): Node[] => node.namedChildren.filter(({ type }) => type !== 'comment');

function only(node: Node, fault: Fault): Node {
  const [first, ...more] = members(node);
  if (first === undefined || more.length > 0) throw fault(node);
  return first;
}

function numberOf(node: Node, fault: Fault): number {
  const value = Number(node.text.replaceAll('_', ''));
  if (!Number.isFinite(value)) throw fault(node);
  return value;
}

function negated(node: Node, fault: Fault): number {
  const value = valueOf(only(node, fault), fault);
  if (!/^[-+]/.test(node.text) || typeof value !== 'number') throw fault(node);
  return node.text.startsWith('-') ? -value : value;
}

function dictOf(node: Node, fault: Fault): { [key: string]: PythonValue } {
  const entries = members(node).map((pair): [string, PythonValue] => {
    const key = pair.type === 'pair' ? pair.childForFieldName('key') : null;
    const value = pair.childForFieldName('value');
    if (key === null || value === null) throw fault(pair);
    const name = valueOf(key, fault);
    if (typeof name !== 'string') throw fault(key);
    return [name, valueOf(value, fault)];
  });
  return Object.fromEntries(entries);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
  '\n': '',
};

/** A string without prefix, or a raw one; f-strings and bytes are no plain text. */
function stringOf(node: Node, fault: Fault): string {
  const match = /^([A-Za-z]*)('''|"""|'|")([\s\S]*)\2$/.exec(node.text);
  if (match === null || node.type !== 'string') throw fault(node);
  const [, prefix = '', , body = ''] = match;
  if (/^r$/i.test(prefix)) return body;
  if (!/^u?$/i.test(prefix)) throw fault(node);
  return body.replaceAll(/\\(u[\da-fA-F]{4}|U[\da-fA-F]{8}|x[\da-fA-F]{2}|[\s\S])/g, (whole, escape: string) => {
    if (/^[uUx]./.test(escape) && escape.length > 1) return String.fromCodePoint(Number.parseInt(escape.slice(1), 16));
    return ESCAPES[escape] ?? whole;
  });
}
