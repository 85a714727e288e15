import { firstError } from './first-error.ts';
import { withoutNewSyntax } from './grammar-gaps.ts';
import type { ImportRef } from './import-ref.ts';
import type { CodeLanguage } from './languages.ts';
import { parseJson, parseYaml } from './parse-data.ts';
import { MAX_PARSED_LENGTH, type ParseResult } from './parse-result.ts';
import { onlyNewStatements } from './python-chunks.ts';
import { pythonImports } from './python-imports.ts';
import { checkIndentation } from './python-indentation.ts';
import { pythonLines } from './python-lines.ts';
import { scriptImportsOfTree, withoutTypesOfModules } from './script-imports.ts';
import type { GrammarName } from './parser-files.ts';
import { withTree } from './tree-sitter.ts';

export interface Inspection {
  syntax: ParseResult;
  /** What is imported at load time; of a text that does not parse, what can be seen. */
  imports: ImportRef[];
}

/** Parses a text once for both questions: is it whole, and what does it import? It is never run. */
export async function inspectSource(language: CodeLanguage, text: string): Promise<Inspection> {
  if (text.length > MAX_PARSED_LENGTH) return { syntax: { ok: 'unchecked', reason: 'larger than 2 MB' }, imports: [] };
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (language === 'json') return { syntax: parseJson(plain), imports: [] };
  if (language === 'yaml') return { syntax: parseYaml(plain), imports: [] };
  return language === 'python' ? inspectPython(plain) : inspectScript(language, plain);
}

async function inspectPython(text: string): Promise<Inspection> {
  const fault = await patiently('python', text, firstError, (found) => found === null);
  const lines = pythonLines(text);
  return { syntax: fault ?? checkIndentation(lines), imports: pythonImports(lines) };
}

function inspectScript(language: Exclude<GrammarName, 'python'>, text: string): Promise<Inspection> {
  return patiently<Inspection>(
    language,
    withoutTypesOfModules(text),
    (tree) => ({ syntax: firstError(tree) ?? { ok: true }, imports: scriptImportsOfTree(tree, text) }),
    ({ syntax }) => syntax.ok === true,
  );
}

/** Some valid syntax is younger than the grammars: where a text does not parse, it is said in older words and looked at again. */
async function patiently<T>(
  grammar: GrammarName,
  text: string,
  look: Parameters<typeof withTree<T>>[2],
  isGood: (found: T) => boolean,
): Promise<T> {
  const found = await withTree(grammar, text, look);
  if (isGood(found)) return found;
  const older = withoutNewSyntax(grammar, text);
  return older === text ? found : withTree(grammar, older, look);
}

/**
 * As `inspectSource`, for a text that replaces another one: of Python only what is new is parsed, which takes a fraction of the time.
 * Where the old text does not parse itself, faults that both have may go unseen. `oldImports` is null where it was not looked for.
 */
export async function inspectChange(
  language: CodeLanguage,
  text: string,
  oldText: string,
): Promise<Inspection & { oldImports: ImportRef[] | null }> {
  if (language !== 'python' || Math.max(text.length, oldText.length) > MAX_PARSED_LENGTH) {
    return { ...(await inspectSource(language, text)), oldImports: null };
  }
  const [plain, old] = [text.replace(/^\uFEFF/, ''), oldText.replace(/^\uFEFF/, '')];
  const [lines, oldLines] = [pythonLines(plain), pythonLines(old)];
  const oldImports = pythonImports(oldLines);
  const fresh = onlyNewStatements(plain, lines, old, oldLines);
  const fault = fresh.trim() === '' ? null : await withTree('python', fresh, firstError);
  if (fault !== null) return { ...(await inspectPython(plain)), oldImports };
  return { syntax: checkIndentation(lines), imports: pythonImports(lines), oldImports };
}

/** Whether a text is what its name says, without running it. */
export const parseSource = async (language: CodeLanguage, text: string): Promise<ParseResult> =>
  (await inspectSource(language, text)).syntax;

/**
 * What a text imports while it is loaded: not what functions import when they run, not what only type checkers read.
 * Python needs no parser for that. Empty for data, and for texts that are too large.
 */
export async function importsOf(language: CodeLanguage, text: string): Promise<ImportRef[]> {
  if (text.length > MAX_PARSED_LENGTH) return [];
  if (language === 'python') return pythonImports(pythonLines(text));
  return (await inspectSource(language, text)).imports;
}
