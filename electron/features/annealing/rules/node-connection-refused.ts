import { javascript, type Rule } from './rule.ts';

const CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Somebody at the other end does not answer: it may later. */
export const nodeConnectionRefused: Rule = {
  id: 'node-connection-refused',
  examine({ language, code, message }) {
    const named = code ?? /\b(ECONNREFUSED|ECONNRESET|ETIMEDOUT)\b/.exec(message)?.[1] ?? '';
    if (language !== 'node' || !CODES.has(named)) return null;
    return {
      type: 'RETRY_LOGIC',
      title: { en: 'Try again, waiting longer each time', ko: '재시도 로직 추가 (지수 백오프)' },
      ...javascript(
        'for (let attempt = 0; ; attempt += 1) {',
        '  try {',
        '    return await call();',
        '  } catch (error) {',
        '    if (attempt === 2) throw error;',
        '    await setTimeout(1000 * 2 ** attempt);',
        '  }',
        '}',
      ),
    };
  },
};
