import { failingNodes, only } from './nodes.ts';
import { noEdit, python, replaceNode, type EditPlan, type FailingCode, type Rule } from './rule.ts';
import { conditional, isExpected, isRepeatable } from './python-code.ts';

/** What is divided by may be nothing: an average of no values. */
export const zeroDivision: Rule = {
  id: 'zero-division',
  examine({ language, type }) {
    if (language !== 'python' || type !== 'ZeroDivisionError') return null;
    return {
      type: 'ZERO_DIVISION_GUARD',
      title: { en: 'Check the divisor', ko: '나누는 값이 0인지 확인' },
      ...python('average = total / count if count else 0'),
      edit,
    };
  },
};

function edit(code: FailingCode): EditPlan {
  if (code.examined.innermost !== code.examined.frame) return noEdit('it failed in code of others');
  const node = only(
    failingNodes(
      code,
      ['binary_operator'],
      (one) =>
        ['/', '//', '%'].includes(one.childForFieldName('operator')?.text ?? '') &&
        one.childForFieldName('left')?.type !== 'string',
    ),
  );
  const divisor = node?.childForFieldName('right') ?? null;
  if (node === null || divisor === null || !isRepeatable(divisor))
    return noEdit('which division failed is not certain, or its divisor cannot be written twice');
  if (/^0+(?:\.0*)?$/.test(divisor.text)) return noEdit('the divisor is always 0');
  if (isExpected(node, ['ZeroDivisionError', 'ArithmeticError'])) return noEdit('the error is expected there');
  return replaceNode(node, conditional(node, divisor.text, '0'));
}
