import type { GrammarName } from './parser-files.ts';

/** Valid syntax that the grammars of @vscode/tree-sitter-wasm 0.3 do not know, each with words of the same length that they do. */
interface Gap {
  pattern: RegExp;
  say: (match: string) => string;
}

const blank = (text: string): string => text.replaceAll(/[^\r\n]/g, ' ');
/** Blanks a word within what was matched. */
const without =
  (word: RegExp) =>
  (match: string): string =>
    match.replace(word, blank);

const PYTHON: readonly Gap[] = [
  // f"{title:=^60}": the fill character = of a format is read as a walrus. No expression has := before one of these.
  { pattern: /:=(?=[<>^=])/g, say: () => ':_' },
  // Defaults of type parameters, Python 3.13 (PEP 696): class A[T = int].
  {
    pattern: /\b(?:class|def|type)[ \t]+\w+\[[^\n(]*?\](?=[ \t]*[(:=])/g,
    say: (match) => match.replaceAll(/=[ \t]*[\w.]+(?:\[[^\][]*\])?/g, blank),
  },
];

const SCRIPT: readonly Gap[] = [
  { pattern: /\bimport\s+(?:defer(?=\s*\*)|source(?=\s+[\w$]+\s+from\b))/g, say: without(/(?:defer|source)$/) },
  // The older spelling of import attributes.
  { pattern: /\bassert(?=\s*\{\s*type\s*:)/g, say: () => 'with  ' },
  { pattern: /\baccessor(?=[ \t]+[#\w$[])/g, say: blank },
  {
    pattern: /\bfor(?:\s+await)?\s*\(\s*(?:await\s+)?using(?=\s+[\w$]+\s+of\b)/g,
    say: (match) => match.replace(/(?:await\s+)?using$/, (words) => 'const'.padEnd(words.length)),
  },
];

const TYPES: readonly Gap[] = [
  ...SCRIPT,
  { pattern: /\bexport\s+type\s+(?=\*)/g, say: without(/type(?=\s+$)/) },
  { pattern: /[<,]\s*in\s+out(?=\s+[\w$])/g, say: without(/in\s+out$/) },
  // import("y").C<D> as a type.
  { pattern: /\bimport\(\s*(["'])[^"'\n]*\1\s*\)(?=(?:\.[\w$]+)+\s*<)/g, say: (match) => '_'.repeat(match.length) },
];

const GAPS: Readonly<Record<GrammarName, readonly Gap[]>> = { python: PYTHON, javascript: SCRIPT, typescript: TYPES, tsx: TYPES };

/** The text with such places in older words; lines and columns stay where they are. Only for texts that did not parse. */
export const withoutNewSyntax = (grammar: GrammarName, text: string): string =>
  GAPS[grammar].reduce((older, { pattern, say }) => older.replaceAll(pattern, (match) => say(match)), text);
