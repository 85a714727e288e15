import type { PythonLine } from './python-lines.ts';

/** Clauses that belong to the statement before them. */
const CONTINUING = new Set(['else', 'elif', 'except', 'finally']);

/**
 * The text with every top-level statement that `old` has too emptied to its line breaks, so that lines stay where they are.
 * If the old text parses and this one does, so does the new text: Python's files are sequences of such statements.
 */
export function onlyNewStatements(
  text: string,
  lines: readonly PythonLine[],
  old: string,
  oldLines: readonly PythonLine[],
): string {
  const known = new Set(statements(old, oldLines));
  return statements(text, lines)
    .map((statement) => (known.has(statement) ? statement.replaceAll(/[^\r\n]+/g, '') : statement))
    .join('');
}

/** The text cut before each line that begins a top-level statement; nothing is lost between. */
function statements(text: string, lines: readonly PythonLine[]): string[] {
  const pieces: string[] = [];
  let from = 0;
  let decorated = false;
  for (const line of lines) {
    if (line.column === 0 && !decorated && !CONTINUING.has(line.word) && line.start > from) {
      pieces.push(text.slice(from, line.start));
      from = line.start;
    }
    decorated = line.column === 0 && line.code.startsWith('@');
  }
  pieces.push(text.slice(from));
  return pieces;
}
