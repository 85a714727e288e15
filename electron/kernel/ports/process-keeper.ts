import type { ProcessIdentity } from '../process-identity.ts';

/** Starts and stops processes that outlive a call. */
export interface ProcessKeeper {
  /**
   * Starts a shell command in a process group of its own; what it prints is appended to `logFile`.
   * Resolves when it runs. @throws AppError `internal` when the shell cannot be started
   */
  start(command: string, options: { cwd: string; logFile: string }): Promise<ProcessIdentity>;
  /** Ends it and its children: politely, then after `graceMs` by force. False when it could not be ended. Never touches a later process of the same id. */
  stop(target: ProcessIdentity, options: { graceMs: number; isGroup: boolean }): Promise<boolean>;
  /** Sends a signal. False when it is gone, or not ours. */
  signal(target: ProcessIdentity, name: NodeJS.Signals): boolean;
}
