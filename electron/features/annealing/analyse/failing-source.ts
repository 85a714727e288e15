import { readFile, stat } from 'node:fs/promises';
import type { Analysis, ErrorFrame } from '../../../../shared/model/annealing.ts';
import { decodeSource, languageOf, MAX_PARSED_LENGTH, type CodeLanguage } from '../../../kernel/code/index.ts';
import { assertRealFolders, within } from '../../../kernel/paths.ts';

/** A file of the workspace as it is now, beside what the error told of it. */
export type FailingSource =
  | { file: string; text: string; language: CodeLanguage | null; stale: string | null }
  | { missing: string };

/** Reads the file of a frame; it may have changed since, and then its lines mean nothing any more. */
export async function readFailingSource(workspace: string, frame: ErrorFrame): Promise<FailingSource> {
  const { file } = frame;
  try {
    assertRealFolders(workspace, file, new Set());
    const path = within(workspace, file);
    const info = await stat(path);
    if (!info.isFile() || info.size > MAX_PARSED_LENGTH) return { missing: `${file} is too large to be read` };
    const language = languageOf(file);
    const text = decodeSource(language ?? 'python', await readFile(path));
    if (text === null) return { missing: `${file} is no UTF-8 text` };
    return { file, text, language, stale: staleness(text, frame) };
  } catch {
    return { missing: `${file} is not there any more` };
  }
}

function staleness(text: string, { line, code, file }: ErrorFrame): string | null {
  if (line === null) return 'the failing line is not known';
  const now = text.split(/\r\n|\r|\n/)[line - 1];
  if (now === undefined) return `${file} has no line ${line} any more`;
  // Python prints the first line of a statement; what it cut off is no difference.
  return code === null || now.trim() === code || now.trim().startsWith(code) ? null : `line ${line} of ${file} has changed since`;
}

const AROUND = 5;

/** The lines around the failing one. */
export function excerptOf(source: FailingSource, line: number | null): Analysis['source'] {
  if ('missing' in source || line === null) return null;
  const lines = source.text.split(/\r\n|\r|\n/);
  const from = Math.max(1, line - AROUND);
  return { file: source.file, from, lines: lines.slice(from - 1, line + AROUND).map((text) => text.slice(0, 300)) };
}
