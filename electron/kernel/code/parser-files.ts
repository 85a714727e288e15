import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export type GrammarName = 'python' | 'javascript' | 'typescript' | 'tsx';

const grammar = (name: GrammarName): string => `@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`;

/** The WebAssembly that parses, and the packages that it comes from. A build carries copies, so that no package is needed to run it. */
export const PARSER_FILES = {
  engine: 'web-tree-sitter/web-tree-sitter.wasm',
  python: grammar('python'),
  javascript: grammar('javascript'),
  typescript: grammar('typescript'),
  tsx: grammar('tsx'),
} as const;

/** The folder of a build, beside its entries, that holds the copies. */
export const PARSERS_FOLDER = 'parsers';

/** The bytes of one of them: from its package when running from sources, else from the build. */
export const parserFile = async (name: keyof typeof PARSER_FILES): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await readFile(
      fromSources ? packages.resolve(PARSER_FILES[name]) : join(import.meta.dirname, PARSERS_FOLDER, `${name}.wasm`),
    ),
  );

const fromSources = import.meta.url.endsWith('.ts');
const packages = createRequire(import.meta.url);
