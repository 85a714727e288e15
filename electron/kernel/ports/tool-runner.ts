/** A program with its arguments; no shell reads them. */
export interface ToolCall {
  file: string;
  args: readonly string[];
  cwd: string;
  /** Added to the environment of this process; undefined takes a variable away. */
  env?: Readonly<Record<string, string | undefined>>;
  timeoutMs: number;
  signal: AbortSignal;
  /** Called before the program does anything; when it throws, the program is never begun. */
  onStart?: (process: ToolProcess) => void;
}

/** Which process group is at work, told apart from a later one of the same number by when it began. */
export interface ToolProcess {
  pid: number;
  start: string | null;
}

export interface ToolResult {
  ok: boolean;
  /** Null: it did not end by itself. */
  code: number | null;
  stdout: string;
  /** The tail of it. */
  stderr: string;
  /** How it ended, when it failed: `exited with 2`, `timed out after 60 s`, `ENOENT`. */
  ending: string;
  durationMs: number;
}

/** Runs one program in a process group of its own. A program that fails, hangs or cannot start is a result, never an exception. */
export interface ToolRunner {
  run(call: ToolCall): Promise<ToolResult>;
  /** Ends what an earlier process of ours left running. Does nothing when that process is gone or its number belongs to another. */
  end(process: ToolProcess): Promise<void>;
}
