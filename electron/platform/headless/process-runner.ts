import { messageOf } from '../../kernel/errors.ts';
import type { ProcessResult, ProcessRunner } from '../../kernel/ports/process-runner.ts';

/** Characters of the output's end that are kept. */
const TAIL = 256_000;
const GRACE_MS = 1000;

/** Runs a program with its environment alone, and takes its children with it when it is stopped. */
export const runProcess: ProcessRunner = async ([file = '', ...args], { cwd, env, timeoutMs, signal }) => {
  const { execa } = await import('execa');
  const began = performance.now();
  const ended = (result: Omit<ProcessResult, 'durationMs'>): ProcessResult => ({
    ...result,
    durationMs: performance.now() - began,
  });
  try {
    const result = await execa(file, args, {
      cwd,
      env: { ...env },
      extendEnv: false,
      timeout: timeoutMs,
      cancelSignal: signal,
      killDescendants: true,
      forceKillAfterDelay: GRACE_MS,
      all: true,
      reject: false,
      stdin: 'ignore',
      maxBuffer: { all: TAIL * 40 },
    });
    const output = (result.all ?? '').slice(-TAIL);
    const exitCode = result.exitCode ?? null;
    if (result.isCanceled) return ended({ ended: 'cancelled', exitCode, output });
    if (result.timedOut) return ended({ ended: 'timed-out', exitCode, output });
    if (result.signal !== undefined) return ended({ ended: 'signalled', exitCode, output: `${output}\n${result.signal}` });
    if (exitCode === null) return ended({ ended: 'not-started', exitCode, output: result.shortMessage ?? output });
    return ended({ ended: 'exited', exitCode, output });
  } catch (error) {
    return ended({ ended: 'not-started', exitCode: null, output: messageOf(error) });
  }
};
