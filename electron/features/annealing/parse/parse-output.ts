import { nodeErrors } from './node-stack.ts';
import type { ParsedError } from './parsed-error.ts';
import { plainLines } from './plain-text.ts';
import { pythonErrors } from './python-traceback.ts';

/** Every error of any known language in a text. Never throws, whatever the text is. */
export function parseErrors(text: string): ParsedError[] {
  const lines = plainLines(text);
  const plain = lines.join('\n');
  const python = /Traceback \(most recent call last\):|(?:SyntaxError|IndentationError|TabError): /.test(plain)
    ? pythonErrors(lines)
    : [];
  const node = /^\s*at |\{\s*$|^Node\.js v/m.test(plain) ? nodeErrors(lines) : [];
  return [...python, ...node];
}

/** The error that ended a program: the last one that it printed. */
export const lastError = (text: string): ParsedError | null => parseErrors(text).at(-1) ?? null;
