import { python, type Rule } from './rule.ts';

/** Import names whose distribution has another name, as people meet them most. */
const DISTRIBUTIONS: Readonly<Record<string, string>> = {
  yaml: 'PyYAML', dotenv: 'python-dotenv', sklearn: 'scikit-learn', cv2: 'opencv-python', PIL: 'Pillow', bs4: 'beautifulsoup4',
  dateutil: 'python-dateutil', jwt: 'PyJWT', serial: 'pyserial', telegram: 'python-telegram-bot', magic: 'python-magic',
}; // prettier-ignore

/** The environment lacks a package: no change of the code mends that. */
export const moduleNotFound: Rule = {
  id: 'module-not-found',
  examine({ language, type, message }) {
    if (language !== 'python') return null;
    const module = type === 'ModuleNotFoundError' ? /No module named '([^']+)'/.exec(message)?.[1] : undefined;
    if (module !== undefined) return environment(module.split('.', 1)[0] ?? module);
    const name = type === 'ImportError' ? /^cannot import name '([^']+)' from '([^']+)'/.exec(message) : null;
    if (name === null) return null;
    return {
      type: 'ENVIRONMENT_FIX',
      title: { en: 'Install the version that has this name', ko: '해당 이름이 있는 버전 설치' },
      ...python(
        `# ${name[2] ?? ''} has no ${name[1] ?? ''}: compare its version with requirements.txt`,
        'import importlib.metadata',
        `print(importlib.metadata.version('${(name[2] ?? '').split('.', 1)[0] ?? ''}'))`,
      ),
    };
  },
};

function environment(module: string) {
  const distribution = DISTRIBUTIONS[module] ?? module.replaceAll('_', '-');
  return {
    type: 'ENVIRONMENT_FIX' as const,
    title: { en: 'Install the missing package, or set the path to it', ko: '누락된 패키지 설치 (환경 복구)' },
    example: `nightguard check\n# installs what requirements.txt names; else:\npython3 -m pip install ${/^[\w.-]+$/.test(distribution) ? distribution : 'PACKAGE'}\n# and add it to requirements.txt; a module of the workspace needs PYTHONPATH`,
    exampleLanguage: 'bash' as const,
  };
}
