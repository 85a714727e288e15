import { javascript, type Rule } from './rule.ts';

/** A promise failed and nobody waited for it. */
export const nodeUnhandledRejection: Rule = {
  id: 'node-unhandled-rejection',
  examine({ language, type, code }) {
    if (language !== 'node' || (type !== 'UnhandledPromiseRejection' && code !== 'ERR_UNHANDLED_REJECTION')) return null;
    return {
      type: 'REJECTION_HANDLING',
      title: { en: 'Await the promise, and expect its failure', ko: '프로미스 거부 처리 추가' },
      ...javascript('main().catch((error) => {', '  console.error(error);', '  process.exitCode = 1;', '});'),
    };
  },
};
