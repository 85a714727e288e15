import type { Node } from 'web-tree-sitter';
import { failingNodes, only } from './nodes.ts';
import { noEdit, python, replaceNode, type EditPlan, type FailingCode, type Rule } from './rule.ts';
import { addArgument, argumentsOf, isExpected, isRead, methodOf } from './python-code.ts';

/** A key that may be missing is asked for with `.get()`. */
export const keyError: Rule = {
  id: 'key-error',
  examine({ language, type }) {
    if (language !== 'python' || type !== 'KeyError') return null;
    return {
      type: 'DICT_SAFETY',
      title: { en: 'Ask for the key with .get()', ko: '.get() 안전 접근 사용' },
      ...python("value = data.get('key', default_value)", 'if value is None:', "    logger.warning('Key missing: key')"),
      edit,
    };
  },
};

function edit(code: FailingCode): EditPlan {
  const { examined } = code;
  const inside = examined.innermost === examined.frame;
  const fits = (node: Node): boolean => isRead(node) && (inside || node.childForFieldName('value')?.text === 'os.environ');
  const subscripts = failingNodes(code, ['subscript'], (node) => fits(node) && keyOf(node) !== null);
  const literal = subscripts.filter((node) => literalOf(keyOf(node)!) === literalText(examined.message));
  const node = only(literal.length > 0 ? literal : subscripts.filter((one) => literalOf(keyOf(one)!) === null));
  if (node === null) return inside ? editCall(code) : noEdit('which access failed is not certain');
  if (isExpected(node, ['KeyError', 'LookupError'])) return noEdit('the error is expected there');
  return replaceNode(node, `${node.childForFieldName('value')?.text ?? ''}.get(${keyOf(node)?.text ?? ''})`);
}

/** `.pop(key)` of a dict takes a default, `.remove(item)` of a set has a milder twin. */
function editCall(code: FailingCode): EditPlan {
  const call = only(failingNodes(code, ['call'], (node) => ['pop', 'remove'].includes(methodOf(node))));
  const given = call === null ? null : argumentsOf(call);
  if (call === null || given === null || given.positional.length !== 1 || given.named.size > 0)
    return noEdit('which access failed is not certain');
  if (isExpected(call, ['KeyError', 'LookupError'])) return noEdit('the error is expected there');
  if (methodOf(call) === 'pop') return { edits: [addArgument(given.list, 'None')] };
  return replaceNode(call.childForFieldName('function')!.childForFieldName('attribute')!, 'discard');
}

/** The one key of `a[key]`; null for slices and several keys. */
function keyOf(subscript: Node): Node | null {
  const keys = subscript.childrenForFieldName('subscript');
  const key = keys.length === 1 ? keys[0] : null;
  return key === null || key === undefined || key.type === 'slice' || subscript.text.includes(',]') ? null : key;
}

/** What a literal stands for; null when it is none. */
function literalOf(node: Node): string | null {
  if (node.type === 'integer') return node.text;
  return node.type === 'string' && !node.descendantsOfType('interpolation').length ? literalText(node.text) : null;
}

const literalText = (text: string): string => text.replace(/^[bBrRuU]*(["'])(.*)\1$/s, '$2');
