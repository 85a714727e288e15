import type { Node } from 'web-tree-sitter';
import { failingNodes, isSame, only } from './nodes.ts';
import { noEdit, python, replaceNode, type EditPlan, type FailingCode, type Rule } from './rule.ts';
import { conditional, isExpected, isRead, isRepeatable } from './python-code.ts';

const MESSAGE = /'([\w.]+)' object has no attribute '(\w+)'/;

/** An attribute is taken only of something that is there. A module without a name is no case for this rule. */
export const attributeError: Rule = {
  id: 'attribute-error',
  examine({ language, type, message }) {
    if (language !== 'python' || type !== 'AttributeError' || !MESSAGE.test(message)) return null;
    return {
      type: 'ATTR_CHECK',
      title: { en: 'Check that the object is there and has the attribute', ko: '속성 존재 여부 확인 추가' },
      ...python("if obj is not None and hasattr(obj, 'attribute'):", '    value = obj.attribute', 'else:', '    value = None'),
      edit,
    };
  },
};

function edit(code: FailingCode): EditPlan {
  const { examined } = code;
  const [, owner, name] = MESSAGE.exec(examined.message) ?? [];
  if (owner !== 'NoneType') return noEdit(`what a ${owner ?? 'value'} should be instead is not known`);
  if (examined.innermost !== examined.frame) return noEdit('it failed in code of others');
  const node = only(
    failingNodes(
      code,
      ['attribute'],
      (one) => one.childForFieldName('attribute')?.text === name && isRepeatable(one.childForFieldName('object')),
    ),
  );
  if (node === null) return noEdit('which access failed is not certain, or cannot be written twice');
  if (isExpected(node, ['AttributeError'])) return noEdit('the error is expected there');
  const chain = chainOf(node);
  if (!isRead(chain)) return noEdit('something is assigned to it');
  return replaceNode(chain, conditional(chain, `${node.childForFieldName('object')?.text ?? ''} is not None`, 'None'));
}

/** `a.b` with all that hangs on it: calls, further attributes, subscripts, `await`. */
export function chainOf(node: Node): Node {
  let chain = node;
  for (let parent = chain.parent; parent !== null; parent = chain.parent) {
    const first = parent.childForFieldName('object') ?? parent.childForFieldName('function') ?? parent.childForFieldName('value');
    const goesOn = ['attribute', 'call', 'subscript'].includes(parent.type) ? isSame(first, chain) : parent.type === 'await';
    if (!goesOn) break;
    chain = parent;
  }
  return chain;
}
