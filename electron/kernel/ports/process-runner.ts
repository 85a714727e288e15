export interface ProcessOptions {
  /** Absolute. */
  cwd: string;
  /** The whole environment: nothing is inherited. */
  env: Readonly<Record<string, string>>;
  timeoutMs: number;
  signal: AbortSignal;
}

/** `output` is the tail of standard output and error together. */
export interface ProcessResult {
  /** `not-started`: there is no such program, or it may not be run. */
  ended: 'exited' | 'signalled' | 'timed-out' | 'cancelled' | 'not-started';
  exitCode: number | null;
  output: string;
  durationMs: number;
}

/** Runs one program without a shell. A program that fails, hangs or cannot start is a result, never an exception. */
export type ProcessRunner = (argv: readonly string[], options: ProcessOptions) => Promise<ProcessResult>;
