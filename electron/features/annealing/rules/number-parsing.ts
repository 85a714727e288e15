import { failingNodes, only } from './nodes.ts';
import { noEdit, python, type Rule } from './rule.ts';
import { calleeOf, tryAround } from './python-code.ts';

const MESSAGE = /^(?:invalid literal for int\(\)|could not convert string to (?:float|complex))/;

/** A text that is no number. */
export const numberParsing: Rule = {
  id: 'number-parsing',
  examine({ language, type, message }) {
    if (language !== 'python' || type !== 'ValueError' || !MESSAGE.test(message)) return null;
    return {
      type: 'VALUE_VALIDATION',
      title: { en: 'Expect texts that are no number', ko: '숫자가 아닌 값 처리 추가' },
      ...python(
        'try:',
        '    number = int(text)',
        'except ValueError:',
        "    logger.warning(f'Not a number: {text!r}')",
        '    number = None',
      ),
      edit(code) {
        if (code.examined.innermost !== code.examined.frame) return noEdit('it failed in code of others');
        const call = only(failingNodes(code, ['call'], (node) => ['int', 'float'].includes(calleeOf(node))));
        return call === null ? noEdit('which number failed is not certain') : tryAround(code, call, 'ValueError', ['ValueError']);
      },
    };
  },
};
