/** Languages whose files are parsed before they are applied. */
export type CodeLanguage = 'python' | 'javascript' | 'typescript' | 'tsx' | 'json' | 'yaml';

const BY_EXTENSION: Readonly<Record<string, CodeLanguage>> = {
  '.py': 'python',
  '.js': 'javascript',
  '.mjs': 'javascript',
  '.cjs': 'javascript',
  '.jsx': 'javascript',
  '.ts': 'typescript',
  '.mts': 'typescript',
  '.cts': 'typescript',
  '.tsx': 'tsx',
  '.json': 'json',
  '.yaml': 'yaml',
  '.yml': 'yaml',
};

/** The language of a file by its extension, or null when it is not parsed. */
export function languageOf(path: string): CodeLanguage | null {
  const extension = /\.[^./\\]+$/.exec(path)?.[0].toLowerCase();
  return extension === undefined ? null : (BY_EXTENSION[extension] ?? null);
}
