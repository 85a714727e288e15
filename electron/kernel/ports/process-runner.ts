export interface ProcessOptions {
  cwd: string;
  timeoutMs: number;
  signal?: AbortSignal;
  /** Added to this process's own environment; undefined takes a name away. */
  env?: Readonly<Record<string, string | undefined>>;
  /** False: `env` is the whole environment. */
  inheritEnv?: boolean;
  /** Called with each piece of output as it comes. */
  onOutput?: (text: string) => void;
}

/** How a program ended. `not-started`: there is none of that name, or it may not be run. */
export type ProcessEnd = 'exited' | 'timed-out' | 'cancelled' | 'killed' | 'not-started';

export interface ProcessResult {
  end: ProcessEnd;
  /** Null unless it exited by itself. */
  code: number | null;
  /** Standard output; at most 64 MiB, then its beginning. */
  stdout: string;
  /** Tail of standard error, or why it could not be started. */
  stderr: string;
  durationMs: number;
}

/** Runs one program with arguments, without a shell, and takes its children with it when it is stopped. Never throws for the program's sake. */
export type ProcessRunner = (file: string, args: readonly string[], options: ProcessOptions) => Promise<ProcessResult>;
