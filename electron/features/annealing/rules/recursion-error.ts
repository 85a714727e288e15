import { python, type Rule } from './rule.ts';

/** A function that calls itself without end, or deeper than the interpreter allows. */
export const recursionError: Rule = {
  id: 'recursion-error',
  examine({ language, type, message }) {
    const isNode = language === 'node' && type === 'RangeError' && message.startsWith('Maximum call stack');
    if (!(language === 'python' && type === 'RecursionError') && !isNode) return null;
    return {
      type: 'RECURSION_LIMIT',
      title: { en: 'Give the recursion an end, or make it a loop', ko: '재귀 종료 조건 추가 또는 반복문으로 변경' },
      ...python('stack = [root]', 'while stack:', '    node = stack.pop()', '    stack.extend(node.children)'),
    };
  },
};
