export interface CommandOptions {
  cwd: string;
  timeoutMs: number;
  signal: AbortSignal;
}

/** `output` is the tail of standard output and error together, with a last line that says how it ended when it failed. */
export interface CommandResult {
  ok: boolean;
  output: string;
  durationMs: number;
}

/** Runs one shell command line. A command that fails, hangs or cannot start is a result, never an exception. */
export type CommandRunner = (command: string, options: CommandOptions) => Promise<CommandResult>;
