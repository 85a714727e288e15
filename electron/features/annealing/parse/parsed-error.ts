import type { ErrorLanguage } from '../../../../shared/model/annealing.ts';

/** A frame as a runtime printed it: nothing is known yet of the workspace. */
export interface ParsedFrame {
  file: string;
  line: number | null;
  column: number | null;
  endColumn: number | null;
  function: string;
  code: string | null;
}

/** An exception as a runtime printed it. Frames: the innermost last. */
export interface ParsedException {
  type: string;
  message: string;
  code: string | null;
  frames: ParsedFrame[];
}

export interface ParsedLink extends ParsedException {
  relation: 'cause' | 'context' | 'member';
}

/** An error found in text. `links`: what led to it and what it holds, the nearest first. */
export interface ParsedError extends ParsedException {
  language: ErrorLanguage;
  links: ParsedLink[];
}

/** What is kept of one error: a program that prints a novel must not fill the database. */
export const LIMITS = { frames: 100, links: 50, message: 4000, code: 300, name: 300 } as const;

/** Within the limits, and without control characters that would play with a terminal. */
export function bounded(exception: ParsedException): ParsedException {
  const { frames } = exception;
  const kept =
    frames.length <= LIMITS.frames ? frames : [...frames.slice(0, LIMITS.frames / 2), ...frames.slice(-LIMITS.frames / 2)];
  return {
    type: plain(exception.type).slice(0, LIMITS.name),
    message: plain(exception.message).slice(0, LIMITS.message),
    code: exception.code === null ? null : plain(exception.code).slice(0, LIMITS.name),
    frames: kept.map((frame) => ({
      ...frame,
      file: plain(frame.file).slice(0, LIMITS.code),
      function: plain(frame.function).slice(0, LIMITS.name),
      code: frame.code === null ? null : plain(frame.code).slice(0, LIMITS.code),
    })),
  };
}

// oxlint-disable-next-line no-control-regex -- exactly these are taken out
const plain = (text: string): string => text.replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, '').toWellFormed();
