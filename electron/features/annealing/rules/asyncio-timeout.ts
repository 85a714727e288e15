import { python, type Rule } from './rule.ts';

/** Something awaited took longer than it was given. */
export const asyncioTimeout: Rule = {
  id: 'asyncio-timeout',
  examine({ language, type, frames }) {
    const isAsync = frames.some(({ file }) => /(?:^|[\\/])asyncio[\\/]/.test(file));
    if (language !== 'python' || !(type === 'TimeoutError' || type === 'CancelledError') || !isAsync) return null;
    return {
      type: 'TIMEOUT_HANDLING',
      title: { en: 'Expect the time-out, and give the task its end', ko: '비동기 시간 초과 처리 추가' },
      ...python(
        'try:',
        '    async with asyncio.timeout(30):',
        '        result = await task()',
        'except TimeoutError:',
        "    logger.warning('No answer in time')",
        '    result = None',
      ),
    };
  },
};
