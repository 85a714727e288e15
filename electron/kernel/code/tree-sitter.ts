import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Language, Parser, type Tree } from 'web-tree-sitter';
import { AppError } from '../errors.ts';

export type GrammarName = 'python' | 'javascript' | 'typescript' | 'tsx';

const resolve = createRequire(import.meta.url).resolve;
const grammars = new Map<GrammarName, Promise<Language>>();
let parser: Promise<Parser> | undefined;

/** The packages lie beside the sources and beside the build alike; a thread reads them through the file system. */
async function newParser(): Promise<Parser> {
  await Parser.init();
  return new Parser();
}

const loadGrammar = async (name: GrammarName): Promise<Language> =>
  Language.load(new Uint8Array(await readFile(resolve(`@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`))));

/** Parses with one parser for the thread and gives the tree's memory back when `use` returns. */
export async function withTree<T>(name: GrammarName, text: string, use: (tree: Tree) => T): Promise<T> {
  const ready = await (parser ??= newParser());
  let grammar = grammars.get(name);
  if (grammar === undefined) grammars.set(name, (grammar = loadGrammar(name)));
  const language = await grammar;
  ready.setLanguage(language);
  const tree = ready.parse(text);
  if (tree === null) throw new AppError('internal', `The ${name} parser gave no tree.`);
  try {
    return use(tree);
  } finally {
    tree.delete();
  }
}
