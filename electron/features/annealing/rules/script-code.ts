import type { Node } from 'web-tree-sitter';
import { isSame } from './nodes.ts';

/** Whether an expression can be written twice. */
export function isRepeatableScript(node: Node): boolean {
  switch (node.type) {
    case 'identifier':
    case 'this':
    case 'string':
    case 'number':
      return true;
    case 'template_string':
      return node.namedChildren.every(
        (child) =>
          child?.type !== 'template_substitution' || child.namedChildren.every((one) => one !== null && isRepeatableScript(one)),
      );
    case 'member_expression': {
      const object = node.childForFieldName('object');
      return object !== null && isRepeatableScript(object);
    }
    default:
      return false;
  }
}

/** Whether a value is read there: not assigned to, deleted, counted up or constructed. */
export function isReadScript(node: Node): boolean {
  const parent = node.parent;
  if (parent === null) return true;
  if (parent.type.endsWith('assignment_expression')) return !isSame(parent.childForFieldName('left'), node);
  if (parent.type === 'update_expression' || parent.type === 'new_expression') return false;
  if (parent.type === 'unary_expression' && parent.childForFieldName('operator')?.text === 'delete') return false;
  if (/^(?:array|object)_pattern$|^(?:rest|pair)_pattern$/.test(parent.type)) return false;
  if (parent.type === 'for_in_statement') return !isSame(parent.childForFieldName('left'), node);
  // a?.b.c = 1 is no more allowed than a?.b = 1.
  const object = parent.childForFieldName('object') ?? parent.childForFieldName('function');
  return ['member_expression', 'subscript_expression', 'call_expression', 'non_null_expression'].includes(parent.type) &&
    (object === null || isSame(object, node))
    ? !parent.childForFieldName('arguments')?.type.startsWith('template') && isReadScript(parent)
    : true;
}

/** Whether somebody waits for an error around the node, in the same function: then it is part of how the program works. */
export function isExpectedScript(node: Node): boolean {
  for (let at: Node = node, parent = node.parent; parent !== null; at = parent, parent = parent.parent) {
    if (/function|method_definition/.test(parent.type)) return false;
    if (
      parent.type === 'try_statement' &&
      parent.childForFieldName('handler') !== null &&
      isSame(parent.childForFieldName('body'), at)
    )
      return true;
  }
  return false;
}
