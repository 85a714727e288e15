import { LOG_LINE } from './plain-text.ts';
import type { ParsedException, ParsedFrame } from './parsed-error.ts';

const FRAME = /^\s*File "(.+?)", line (\d{1,9})(?:, in (.+))?$/;
const REPEATED = /^\s*\[Previous line repeated \d+ more times?\]$/;
const CARETS = /^\s*[~^]+[\s~^]*$/;
const EXCEPTION = /^([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_<>]+)*)(?:: ?(.*))?$/u;
/** Lines of a message beyond the first; more than this is output of something else. */
const MAX_MESSAGE_LINES = 40;
/** A traceback between whose lines so much else stands is none. */
const MAX_CODE_LINES = 12;

export const HEADER = /^(.*?)((?:Exception Group )?Traceback \(most recent call last\):)\s*$/;
export const CAUSE = /The above exception was the direct cause of the following exception:\s*$/;
export const CONTEXT = /During handling of the above exception, another exception occurred:\s*$/;

export interface Block {
  exception: ParsedException;
  /** Index of the first line behind it. */
  next: number;
}

/**
 * Reads frames and the exception below a traceback's header. `prefix` is what stands before each line (a group's bars, a container's
 * name); null when the text ends or goes astray before an exception was named.
 */
export function readBlock(lines: readonly string[], start: number, prefix: string): Block | null {
  const frames: ParsedFrame[] = [];
  let strayed = 0;
  for (let i = start; i < lines.length; i += 1) {
    const line = without(lines[i]!, prefix);
    const frame = FRAME.exec(line);
    if (frame !== null) {
      frames.push(frameOf(frame));
      strayed = 0;
      continue;
    }
    if (REPEATED.test(line)) continue;
    const exception = /^\s/.test(line) ? null : EXCEPTION.exec(line);
    if (exception !== null && looksLikeException(exception)) return withMessage(lines, i, prefix, exception, frames);
    if (HEADER.test(lines[i]!)) return null;
    describe(frames.at(-1), line, strayed);
    strayed += 1;
    if (strayed > MAX_CODE_LINES) return null;
  }
  return null;
}

const frameOf = ([, file = '', line, name]: RegExpExecArray): ParsedFrame => ({
  file,
  line: Number(line) === 0 ? null : Number(line),
  column: null,
  endColumn: null,
  function: name ?? '<module>',
  code: null,
});

/** `Type: message` or a bare type. Ordinary output between frames may begin with a word and a colon, but hardly like this. */
const looksLikeException = ([, type = '', message]: RegExpExecArray): boolean => {
  const last = type.slice(type.lastIndexOf('.') + 1);
  return message === undefined
    ? /^[A-Z_]\w*$/.test(last)
    : /^(?:[A-Z_]|[a-z]\w*(?:error|exception|fault)$)/.test(last) || type.includes('.');
};

/** The line of code below a frame, and the carets below that line. */
function describe(frame: ParsedFrame | undefined, line: string, position: number): void {
  if (frame === undefined) return;
  if (position === 0 && !CARETS.test(line)) {
    frame.code = line.trim() === '' ? null : line;
    return;
  }
  if (position === 1 && frame.code !== null && CARETS.test(line)) {
    const indent = frame.code.length - frame.code.trimStart().length;
    // Columns are relative to the code without its indentation, which Python does not print as it is.
    frame.column = line.search(/[~^]/) - indent + 1;
    frame.endColumn = line.trimEnd().length - indent + 1;
    if (frame.column < 1) frame.column = frame.endColumn = null;
  }
}

function withMessage(
  lines: readonly string[],
  at: number,
  prefix: string,
  [, type = '', first = '']: RegExpExecArray,
  frames: ParsedFrame[],
): Block {
  const message = [first];
  let next = at + 1;
  for (; next < lines.length && message.length < MAX_MESSAGE_LINES; next += 1) {
    const line = without(lines[next]!, prefix);
    if (line.trim() === '' || endsMessage(lines[next]!, line)) break;
    message.push(line);
  }
  for (const frame of frames) if (frame.code !== null) frame.code = frame.code.trim();
  return { exception: { type, message: message.join('\n').trimEnd(), code: errnoOf(first), frames }, next };
}

const endsMessage = (raw: string, line: string): boolean =>
  HEADER.test(raw) || CAUSE.test(raw) || CONTEXT.test(raw) || GROUP_BORDER.test(raw) || LOG_LINE.test(line) || FRAME.test(line);

export const GROUP_BORDER = /^\s*\+(?:-\+)?-{8,}/;

const errnoOf = (message: string): string | null => /^\[(Errno \d+|WinError \d+)\]/.exec(message)?.[1] ?? null;

/** A line whose prefix is missing is taken as it is: messages of several lines lose it. */
export const without = (line: string, prefix: string): string => {
  if (prefix === '') return line;
  if (line.startsWith(prefix)) return line.slice(prefix.length);
  const bare = prefix.trimEnd();
  return line.trimEnd() === bare ? '' : line;
};
