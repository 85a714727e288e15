import { python, type Rule } from './rule.ts';

/** More is held at once than there is room for. */
export const memoryError: Rule = {
  id: 'memory-error',
  examine({ language, type }) {
    if (language !== 'python' || type !== 'MemoryError') return null;
    return {
      type: 'MEMORY_USE',
      title: { en: 'Work piece by piece instead of holding everything', ko: '전체를 올리지 말고 나누어 처리' },
      ...python('with open(path) as file:', '    for line in file:', '        process(line)'),
    };
  },
};
