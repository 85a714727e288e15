import type { Language, Parser, Tree } from 'web-tree-sitter';
import { AppError } from '../errors.ts';
import { parserFile, type GrammarName } from './parser-files.ts';

const grammars = new Map<GrammarName, Promise<Language>>();
let parser: Promise<Parser> | undefined;

// Read when the first source comes: a guardian that has nothing to parse is not held up by it.
const library = () => import('web-tree-sitter');

async function newParser(): Promise<Parser> {
  const { Parser } = await library();
  await Parser.init({ wasmBinary: await parserFile('engine') });
  return new Parser();
}

const loadGrammar = async (name: GrammarName): Promise<Language> => (await library()).Language.load(await parserFile(name));

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
