import { messageOf } from '../../kernel/errors.ts';
import type { CommandResult, CommandRunner } from '../../kernel/ports/command-runner.ts';

/** Kept of each command's output: its end is what explains a failure. Characters. */
const TAIL = 32_000;
const GRACE_MS = 2000;

/** Runs commands through the platform's shell. A command that is stopped takes its children with it. */
export const runCommand: CommandRunner = async (command, { cwd, timeoutMs, signal }) => {
  // Loaded with the first command: it would take a fifth of the time that `nightguard status` needs.
  const { execa } = await import('execa');
  const began = performance.now();
  const result = await execa({
    shell: true,
    cwd,
    timeout: timeoutMs,
    cancelSignal: signal,
    killDescendants: true,
    forceKillAfterDelay: GRACE_MS,
    all: true,
    reject: false,
    stdin: 'ignore',
    // Python would write __pycache__ folders into the workspace that is only being judged.
    env: { PYTHONDONTWRITEBYTECODE: '1' },
  })`${command}`.catch((error: unknown) => ({
    failed: true,
    all: messageOf(error),
    timedOut: false,
    exitCode: undefined,
    signal: undefined,
  }));
  return toResult(result, timeoutMs, performance.now() - began);
};

interface Ended {
  failed: boolean;
  all?: string | undefined;
  timedOut: boolean;
  exitCode?: number | undefined;
  signal?: string | undefined;
}

function toResult({ failed, all = '', timedOut, exitCode, signal }: Ended, timeoutMs: number, durationMs: number): CommandResult {
  const output = all.slice(-TAIL);
  if (!failed) return { ok: true, output, durationMs };
  const why = timedOut
    ? `timed out after ${timeoutMs / 1000} s`
    : signal === undefined
      ? `exited with ${exitCode ?? 'no code'}`
      : `was stopped by ${signal}`;
  return { ok: false, output: output === '' ? why : `${output}\n${why}`, durationMs };
}
