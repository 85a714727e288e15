import { inspect } from 'node:util';
import { messageOf } from '../../../kernel/errors.ts';
import { nodeErrors } from '../parse/node-stack.ts';
import { bounded, type ParsedError } from '../parse/parsed-error.ts';
import { plainLines } from '../parse/plain-text.ts';

/** What the caller of the library knows of the place. */
export interface ErrorContext {
  function?: string;
  /** Path or file URL. */
  file?: string;
  line?: number;
  [fact: string]: unknown;
}

const UNNAMED: ReadonlySet<string> = new Set(['function', 'file', 'line']);

/** An error that was thrown in this process, as if it had been read. The context names its function. */
export function errorOf(error: unknown, context: ErrorContext): ParsedError {
  const read = error instanceof Error ? nodeErrors(plainLines(inspect(error, { depth: 4, colors: false }))) : [];
  const parsed: ParsedError = read[0] ?? {
    ...bounded({ type: typeNameOf(error), message: messageOf(error), code: null, frames: [] }),
    language: 'node',
    links: [],
  };
  const { function: name, file, line } = context;
  if (name === undefined) return parsed;
  const path = file?.startsWith('file://') === true ? decodeURIComponent(new URL(file).pathname) : (file ?? '');
  const frame = { file: path, line: line ?? null, column: null, endColumn: null, function: name, code: null };
  return { ...parsed, frames: [...parsed.frames, frame] };
}

const typeNameOf = (error: unknown): string => (error instanceof Error ? error.name || 'Error' : 'Uncaught');

/** The other facts, as texts. */
export const factsOf = (context: ErrorContext): Record<string, string> =>
  Object.fromEntries(
    Object.entries(context).flatMap(([name, value]): [string, string][] =>
      UNNAMED.has(name) || value === undefined
        ? []
        : [[name, typeof value === 'string' ? value : inspect(value, { breakLength: Infinity })]],
    ),
  );
