import type { Rule } from './rule.ts';

/** A package that is not installed, or a file that is not where it is imported from. */
export const nodeModuleMissing: Rule = {
  id: 'node-module-missing',
  examine({ language, message }) {
    const name = language === 'node' ? /^Cannot find (?:module|package) '([^']+)'/.exec(message)?.[1] : undefined;
    if (name === undefined) return null;
    const isFile = /^(?:\.|\/|file:|[A-Za-z]:[\\/])/.test(name);
    if (isFile) {
      return {
        type: 'MODULE_PATH',
        title: { en: 'Correct the path of the import, with its extension', ko: '가져오기 경로와 확장자 수정' },
        example: "import { load } from './load.js';",
        exampleLanguage: 'javascript',
      };
    }
    const packageName = /^(?:@[\w.-]+\/)?[\w.-]+/.exec(name)?.[0] ?? 'PACKAGE';
    return {
      type: 'ENVIRONMENT_FIX',
      title: { en: 'Install the missing package', ko: '누락된 패키지 설치 (환경 복구)' },
      example: `npm install ${packageName}`,
      exampleLanguage: 'bash',
    };
  },
};
