import { lstat, readFile } from 'node:fs/promises';
import type { Analysis, ErrorFrame } from '../../../../shared/model/annealing.ts';
import { languageOf, MAX_PARSED_LENGTH, type CodeLanguage } from '../../../kernel/code/index.ts';
import type { Redact } from '../../../kernel/redact.ts';
import { assertRealFolders, within } from '../../../kernel/paths.ts';

/** A file of the workspace as it is now, beside what the error told of it. */
export type FailingSource =
  | { file: string; text: string; language: Exclude<CodeLanguage, 'json' | 'yaml'>; stale: string | null }
  | { missing: string };

/** Reads the file of a frame; it may have changed since, and then its lines mean nothing any more. */
export async function readFailingSource(workspace: string, frame: ErrorFrame): Promise<FailingSource> {
  const { file } = frame;
  try {
    assertRealFolders(workspace, file, new Set());
    const path = within(workspace, file);
    const info = await lstat(path);
    const language = languageOf(file);
    // Whoever reports an error names its file: settings, keys and data are not shown for that.
    if (language === null || language === 'json' || language === 'yaml')
      return { missing: `${file} is no code that is read here` };
    if (!info.isFile() || info.size > MAX_PARSED_LENGTH) return { missing: `${file} is too large to be read` };
    const text = textOf(await readFile(path));
    if (text === null) return { missing: `${file} is no UTF-8 text` };
    return { file, text, language, stale: staleness(text, frame) };
  } catch {
    return { missing: `${file} is not there any more` };
  }
}

/** With its byte order mark: a patch must give back every byte. Null when it is written in another encoding. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // It could be read, but not written back as it was.
    return null;
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
export function excerptOf(source: FailingSource, line: number | null, redact: Redact): Analysis['source'] {
  if ('missing' in source || line === null) return null;
  const lines = source.text.split(/\r\n|\r|\n/);
  const from = Math.max(1, line - AROUND);
  return { file: source.file, from, lines: lines.slice(from - 1, line + AROUND).map((text) => redact(text).slice(0, 300)) };
}
