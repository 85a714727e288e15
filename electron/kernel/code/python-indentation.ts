import type { ParseResult } from './parse-result.ts';
import type { PythonLine } from './python-lines.ts';

interface Level {
  column: number;
  narrowColumn: number;
  /** Line of a `try` that still waits for its `except` or `finally`. */
  openTry: number | null;
}

/** What Python's tokenizer demands of indentation, and `try` of its clauses: the grammar forgives both. */
export function checkIndentation(lines: readonly PythonLine[]): ParseResult {
  const levels: Level[] = [{ column: 0, narrowColumn: 0, openTry: null }];
  let opener: PythonLine | null = null;
  for (const line of lines) {
    const fault = enter(levels, line, opener) ?? checkTry(levels.at(-1)!, line);
    if (fault !== null) return at(line, fault);
    opener = line.opens ? line : null;
  }
  const last = lines.at(-1);
  if (last === undefined) return { ok: true };
  if (opener !== null) return at(last, `an indented block must follow line ${opener.line}`);
  const left = leave(levels, -1);
  return left === null ? { ok: true } : at(last, left);
}

const at = (line: PythonLine, message: string): ParseResult => ({
  ok: false,
  line: line.line,
  column: line.narrowColumn + 1,
  message,
});
const withoutClause = (line: number): string => `the try of line ${line} has neither except nor finally`;
const MIXED = 'tabs and spaces are mixed in a way that depends on the width of a tab';

function enter(levels: Level[], line: PythonLine, opener: PythonLine | null): string | null {
  const level = levels.at(-1)!;
  if (opener !== null) {
    if (line.column <= level.column) return `an indented block must follow line ${opener.line}`;
    if (line.narrowColumn <= level.narrowColumn) return MIXED;
    levels.push({ column: line.column, narrowColumn: line.narrowColumn, openTry: null });
    return null;
  }
  if (line.column > level.column) return 'unexpected indentation';
  const fault = leave(levels, line.column);
  if (fault !== null) return fault;
  const reached = levels.at(-1)!;
  if (reached.column !== line.column) return 'the indentation matches no block above';
  return reached.narrowColumn === line.narrowColumn ? null : MIXED;
}

/** Closes the blocks that are deeper than `column`. */
function leave(levels: Level[], column: number): string | null {
  while (levels.length > 0 && levels.at(-1)!.column > column) {
    const { openTry } = levels.pop()!;
    if (openTry !== null) return withoutClause(openTry);
  }
  return null;
}

function checkTry(level: Level, line: PythonLine): string | null {
  if (level.openTry !== null && line.word !== 'except' && line.word !== 'finally') return withoutClause(level.openTry);
  level.openTry = line.word === 'try' && /^try\s*:/.test(line.code) ? line.line : null;
  return null;
}
