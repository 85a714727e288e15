import type { Node } from 'web-tree-sitter';
import { failingNodes, only } from './nodes.ts';
import { noEdit, python, replaceNode, type EditPlan, type FailingCode, type Rule } from './rule.ts';
import { conditional, isExpected, isRead, isRepeatable, methodOf } from './python-code.ts';

/** A place in a list is read only where the list is long enough. */
export const indexError: Rule = {
  id: 'index-error',
  examine({ language, type }) {
    if (language !== 'python' || type !== 'IndexError') return null;
    return {
      type: 'LIST_BOUNDS',
      title: { en: 'Check the bounds of the list', ko: '리스트 범위 체크 추가' },
      ...python(
        'if index < len(items):',
        '    value = items[index]',
        'else:',
        "    logger.warning(f'Index {index} out of range')",
        '    value = None',
      ),
      edit,
    };
  },
};

const EXPECTED = ['IndexError', 'LookupError'];

function edit(code: FailingCode): EditPlan {
  const { examined } = code;
  if (examined.innermost !== examined.frame) return noEdit('it failed in code of others');
  if (/pop from (?:an? )?empty|pop index/.test(examined.message)) return editPop(code);
  const node = only(
    failingNodes(
      code,
      ['subscript'],
      (one) => isRead(one) && indexOf(one) !== null && isRepeatable(one.childForFieldName('value')),
    ),
  );
  if (node === null) return noEdit('which access failed is not certain, or cannot be written twice');
  if (isExpected(node, EXPECTED)) return noEdit('the error is expected there');
  return replaceNode(node, conditional(node, conditionOf(node.childForFieldName('value')!.text, indexOf(node)!), 'None'));
}

function editPop(code: FailingCode): EditPlan {
  const call = only(
    failingNodes(
      code,
      ['call'],
      (node) => methodOf(node) === 'pop' && node.childForFieldName('arguments')?.namedChildCount === 0,
    ),
  );
  const list = call?.childForFieldName('function')?.childForFieldName('object') ?? null;
  if (call === null || list === null || !isRepeatable(list))
    return noEdit('which access failed is not certain, or cannot be written twice');
  if (isExpected(call, EXPECTED)) return noEdit('the error is expected there');
  return replaceNode(call, conditional(call, list.text, 'None'));
}

function conditionOf(list: string, index: Node): string {
  const number = /^-?\d+$/.test(index.text) ? Number(index.text) : null;
  if (number === null) return `-len(${list}) <= ${index.text} < len(${list})`;
  return number < 0 ? `len(${list}) >= ${-number}` : `len(${list}) > ${number}`;
}

/** Null: a slice, a key, or something that cannot be written twice. */
function indexOf(subscript: Node): Node | null {
  const indexes = subscript.childrenForFieldName('subscript');
  const index = indexes.length === 1 ? indexes[0] : null;
  if (index === null || index === undefined || ['slice', 'string', 'float'].includes(index.type)) return null;
  return isRepeatable(index) ? index : null;
}
