import type { ImportRef } from './import-ref.ts';
import type { PythonLine } from './python-lines.ts';

const NAME = String.raw`[\p{ID_Start}_][\p{ID_Continue}]*`;
const DOTTED = String.raw`${NAME}(?:\s*\.\s*${NAME})*`;
const IMPORT = /^import\b\s*(.*)$/su;
const FROM = new RegExp(String.raw`^from\s*((?:\.\s*)*)(${DOTTED})?\s*import\b\s*(.*)$`, 'su');
const FIRST = new RegExp(`^${DOTTED}`, 'u');
const COMPOUND = new Set([
  'if',
  'elif',
  'else',
  'try',
  'except',
  'finally',
  'with',
  'for',
  'while',
  'class',
  'def',
  'async',
  'match',
  'case',
]);
/** Blocks that do not run when another module imports this one. */
const NOT_AT_LOAD = [
  /^(?:async\s+)?def\b/,
  /^if\s*\(?\s*(?:\w+\s*\.\s*)?TYPE_CHECKING\s*\)?\s*:/,
  // The name is a string in the source; strings are emptied here.
  /^if\s*\(?\s*(?:__name__\s*==\s*""|""\s*==\s*__name__)\s*\)?\s*:/,
];

/** Imports that run when the module is loaded: those of functions, `if TYPE_CHECKING` and `if __name__ == "__main__"` do not. */
export function pythonImports(lines: readonly PythonLine[]): ImportRef[] {
  const found: ImportRef[] = [];
  /** Column of the header whose block is skipped. */
  let skippedBelow: number | null = null;
  for (const line of lines) {
    if (skippedBelow !== null && line.column > skippedBelow) continue;
    skippedBelow = null;
    if (!COMPOUND.has(line.word)) {
      if (line.word === 'import' || line.word === 'from' || line.code.includes(';')) statements(line.code, found);
      continue;
    }
    if (NOT_AT_LOAD.some((pattern) => pattern.test(line.code))) skippedBelow = line.column;
    else if (!line.opens && /\b(?:import|from)\b/.test(line.code)) statements(suiteOf(line.code), found);
  }
  return found;
}

/** `if x: import a` — what stands behind the header's colon. */
function suiteOf(code: string): string {
  let depth = 0;
  for (let i = 0; i < code.length; i += 1) {
    if ('([{'.includes(code[i]!)) depth += 1;
    else if (')]}'.includes(code[i]!)) depth -= 1;
    else if (code[i] === ':' && code[i + 1] !== '=' && depth === 0) return code.slice(i + 1);
  }
  return '';
}

function statements(code: string, found: ImportRef[]): void {
  for (const statement of code.split(';')) {
    const text = statement.trim();
    const from = FROM.exec(text);
    if (from !== null) {
      const module = `${squeezed(from[1] ?? '')}${squeezed(from[2] ?? '')}`;
      const names = (from[3] ?? '').replaceAll(/[()]/g, '').split(',').map(firstName);
      if (module !== '' && module !== '__future__') found.push({ module, names: names.filter((name) => name !== '') });
      continue;
    }
    for (const part of IMPORT.exec(text)?.[1]?.split(',') ?? []) {
      const module = firstName(part);
      if (module !== '') found.push({ module, names: [] });
    }
  }
}

const squeezed = (text: string): string => text.replaceAll(/\s+/g, '');
/** `a.b as c` → `a.b`; nothing for `*`. */
const firstName = (part: string): string => squeezed(FIRST.exec(part.trim())?.[0] ?? '');
