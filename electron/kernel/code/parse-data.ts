import { LineCounter, parseAllDocuments } from 'yaml';
import { messageOf } from '../errors.ts';
import type { ParseResult } from './parse-result.ts';

/** JSON as JSON.parse reads it; a byte order mark is tolerated. */
export function parseJson(text: string): ParseResult {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    JSON.parse(plain);
    return { ok: true };
  } catch (error) {
    const message = messageOf(error);
    const position = /at position (\d+)/.exec(message)?.[1];
    const offset = position === undefined ? plain.length : Number(position);
    return {
      ok: false,
      ...placeOf(plain, offset),
      message: message.replace(/ (?:in JSON )?at position.*$/s, '').replace(/, \.{3}.*$/s, ''),
    };
  }
}

/** YAML, all documents of it. What an unknown tag means is the reader's affair. */
export function parseYaml(text: string): ParseResult {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  for (const document of documents) {
    const [error] = document.errors;
    if (error === undefined) continue;
    const { line, col } = lines.linePos(Math.min(error.pos[0], Math.max(0, text.trimEnd().length - 1)));
    return { ok: false, line: Math.max(1, line), column: Math.max(1, col), message: error.message };
  }
  return { ok: true };
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
