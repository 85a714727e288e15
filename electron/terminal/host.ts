import type { Readable, Writable } from 'node:stream';

/** Where the terminal door runs: everything it knows of the process, so that tests can run it in-process. */
export interface CliHost {
  stdin: Readable & { isTTY?: boolean };
  stdout: Writable & { isTTY?: boolean; columns?: number };
  stderr: Writable & { isTTY?: boolean };
  env: NodeJS.ProcessEnv;
  cwd: string;
  /** Starts this terminal once more: the program, and what it needs to be told before the command's own words. */
  self: readonly [program: string, ...words: string[]];
  /** Aborted with the name of the signal (`SIGINT`) as its reason. */
  signal: AbortSignal;
}
