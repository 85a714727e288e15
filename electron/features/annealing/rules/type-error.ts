import type { Node } from 'web-tree-sitter';
import { chainOf } from './attribute-error.ts';
import { failingNodes, isSame, only } from './nodes.ts';
import { noEdit, python, replaceNode, type EditPlan, type FailingCode, type Rule } from './rule.ts';
import { calleeOf, conditional, isExpected, isRead, isRepeatable } from './python-code.ts';

/** Messages that speak of the type of a value. A wrong number of arguments is no matter of types. */
const ABOUT_VALUES =
  /unsupported operand type|can only concatenate|must be (?:a |an |str|real|bytes|int)|object is not (?:subscriptable|iterable)|has no len\(\)|not supported between instances|expected \w|can't (?:multiply|concat)|object cannot be interpreted|indices must be integers/;

/** A value of another type than the code is written for. */
export const typeError: Rule = {
  id: 'type-error',
  examine({ language, type, message }) {
    if (language !== 'python' || type !== 'TypeError' || !ABOUT_VALUES.test(message)) return null;
    return {
      type: 'TYPE_VALIDATION',
      title: { en: 'Check the type of the value', ko: '타입 체크 추가' },
      ...python(
        'if not isinstance(value, expected_type):',
        "    logger.error(f'Unexpected type: {type(value)}')",
        '    return None',
      ),
      edit,
    };
  },
};

function edit(code: FailingCode): EditPlan {
  const { examined } = code;
  if (examined.innermost !== examined.frame) return noEdit('it failed in code of others');
  const { message } = examined;
  if (message.startsWith('can only concatenate str')) return concatenate(code);
  if (message.includes("'NoneType' object is not subscriptable")) return subscript(code);
  if (message.includes("'NoneType' object is not iterable")) return iterate(code);
  if (message.includes("object of type 'NoneType' has no len()")) return length(code);
  return noEdit('what the value should be instead is not known');
}

/** `"a" + n` → `"a" + str(n)`; of a text itself str() makes the same text. */
function concatenate(code: FailingCode): EditPlan {
  const sums = failingNodes(
    { ...code, span: null },
    ['binary_operator'],
    (node) => node.childForFieldName('operator')?.text === '+',
  );
  const whole = only(sums.filter((node) => !sums.some((other) => isSame(node.parent, other))));
  if (whole === null) return noEdit('which sum failed is not certain');
  if (isExpected(whole, ['TypeError'])) return noEdit('the error is expected there');
  const parts = partsOf(whole);
  if (!parts.some(({ type }) => type === 'string')) return noEdit('what should be a text is not known');
  const edits = parts
    .filter(({ type, text }) => type !== 'string' && type !== 'concatenated_string' && !text.startsWith('str('))
    .map((part) => ({ from: part.startIndex, to: part.endIndex, text: `str(${part.text})` }));
  return { edits };
}

function partsOf(node: Node): Node[] {
  if (node.type !== 'binary_operator' || node.childForFieldName('operator')?.text !== '+') return [node];
  return [...partsOf(node.childForFieldName('left')!), ...partsOf(node.childForFieldName('right')!)];
}

function subscript(code: FailingCode): EditPlan {
  const node = only(failingNodes(code, ['subscript'], (one) => isRepeatable(one.childForFieldName('value'))));
  if (node === null) return noEdit('which access failed is not certain, or cannot be written twice');
  const chain = chainOf(node);
  if (!isRead(chain) || isExpected(node, ['TypeError']))
    return noEdit('something is assigned to it, or the error is expected there');
  return replaceNode(chain, conditional(chain, `${node.childForFieldName('value')?.text ?? ''} is not None`, 'None'));
}

function iterate(code: FailingCode): EditPlan {
  const loop = only(failingNodes({ ...code, span: null }, ['for_statement', 'for_in_clause']));
  const over = loop?.childForFieldName('right') ?? null;
  if (over === null || !isRepeatable(over)) return noEdit('what is gone through is not certain, or cannot be written twice');
  if (isExpected(over, ['TypeError'])) return noEdit('the error is expected there');
  return replaceNode(over, `(${over.text} if ${over.text} is not None else [])`);
}

function length(code: FailingCode): EditPlan {
  const call = only(failingNodes(code, ['call'], (node) => calleeOf(node) === 'len'));
  const value = call?.childForFieldName('arguments')?.namedChildren[0] ?? null;
  if (call === null || !isRepeatable(value)) return noEdit('which value failed is not certain, or cannot be written twice');
  if (isExpected(call, ['TypeError'])) return noEdit('the error is expected there');
  return replaceNode(call, conditional(call, `${value?.text ?? ''} is not None`, '0'));
}
