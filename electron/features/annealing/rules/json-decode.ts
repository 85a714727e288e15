import { failingNodes, only } from './nodes.ts';
import { noEdit, python, type Rule } from './rule.ts';
import { calleeOf, tryAround } from './python-code.ts';

const CALLS = new Set(['json.load', 'json.loads']);

/** A text that is no JSON. */
export const jsonDecode: Rule = {
  id: 'json-decode',
  examine({ language, type }) {
    if (language !== 'python' || type !== 'JSONDecodeError') return null;
    return {
      type: 'PARSE_SAFETY',
      title: { en: 'Expect texts that are no JSON', ko: 'JSON이 아닌 내용 처리 추가' },
      ...python(
        'try:',
        '    data = json.loads(text)',
        'except json.JSONDecodeError as error:',
        "    logger.error(f'Not JSON: {error}')",
        '    data = None',
      ),
      edit(code) {
        const call = only(failingNodes({ ...code, span: null }, ['call'], (node) => CALLS.has(calleeOf(node))));
        if (call === null) return noEdit('there is not exactly one json.load on the failing line');
        return tryAround(code, call, 'json.JSONDecodeError', ['JSONDecodeError', 'ValueError']);
      },
    };
  },
};
