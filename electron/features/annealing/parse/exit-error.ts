import { bounded, type ParsedError } from './parsed-error.ts';
import { plainLines } from './plain-text.ts';

/** How a process ended. */
export interface ProcessEnd {
  exitCode: number | null;
  signal: string | null;
}

/** An error for a program that failed and told nothing that can be read: its exit code and its last line. */
export function exitError(program: string, { exitCode, signal }: ProcessEnd, output: string): ParsedError {
  const last =
    plainLines(output.slice(-8000))
      .findLast((line) => line.trim() !== '')
      ?.trim() ?? '';
  const how = signal === null ? `exit code ${exitCode ?? 'unknown'}` : `ended by ${signal}`;
  return {
    ...bounded({
      type: signal === null ? 'ExitCode' : 'Signal',
      message: last === '' ? how : `${how}: ${last}`,
      code: signal ?? (exitCode === null ? null : String(exitCode)),
      frames: [{ file: program, line: null, column: null, endColumn: null, function: baseOf(program), code: null }],
    }),
    language: 'other',
    links: [],
  };
}

const baseOf = (program: string): string => program.slice(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1);
