export { describeCycle, newCycles, type ImportGraph } from './cycles.ts';
export { decodeSource } from './decode-source.ts';
export type { ImportRef } from './import-ref.ts';
export { importsOf, inspectChange, inspectSource, parseSource, type Inspection } from './inspect-source.ts';
export { languageOf, type CodeLanguage } from './languages.ts';
export { MAX_PARSED_LENGTH, type ParseResult } from './parse-result.ts';
export { readPythonLiteral, type PythonValue } from './python-literal.ts';
export { resolveImports } from './resolve-imports.ts';
export { withTree, type GrammarName } from './tree-sitter.ts';
