import { messageOf } from '../../kernel/errors.ts';
import type { ProcessEnd, ProcessResult, ProcessRunner } from '../../kernel/ports/process-runner.ts';

const MOST_CHARACTERS = 64 * 1024 * 1024;
const ERROR_TAIL = 64_000;
const GRACE_MS = 2000;
/** What Electron's own processes carry and no other program should inherit. */
const NOT_FOR_CHILDREN = { ELECTRON_RUN_AS_NODE: undefined, NODE_OPTIONS: undefined };

/** Runs programs as real processes. */
export const runProcess: ProcessRunner = async (
  file,
  args,
  { cwd, timeoutMs, signal, env = {}, inheritEnv = true, onOutput },
) => {
  const { execa } = await import('execa');
  const began = performance.now();
  const ended = (result: Omit<ProcessResult, 'durationMs'>): ProcessResult => ({
    ...result,
    durationMs: performance.now() - began,
  });
  if (signal?.aborted === true) return ended({ end: 'cancelled', code: null, stdout: '', stderr: '' });
  try {
    const running = execa(file, args, {
      cwd,
      timeout: timeoutMs,
      killDescendants: true,
      forceKillAfterDelay: GRACE_MS,
      reject: false,
      stdin: 'ignore',
      maxBuffer: MOST_CHARACTERS,
      stripFinalNewline: false,
      env: { ...NOT_FOR_CHILDREN, ...env },
      extendEnv: inheritEnv,
      ...(signal === undefined ? {} : { cancelSignal: signal }),
    });
    if (onOutput !== undefined) {
      running.stdout.on('data', (piece: unknown) => onOutput(String(piece)));
      running.stderr.on('data', (piece: unknown) => onOutput(String(piece)));
    }
    const result = await running;
    const end = endOf(result);
    const stderr =
      end === 'not-started' ? (result.originalMessage ?? result.shortMessage ?? '') : result.stderr.slice(-ERROR_TAIL);
    return ended({ end, code: end === 'exited' ? (result.exitCode ?? null) : null, stdout: result.stdout, stderr });
  } catch (error) {
    return ended({ end: 'not-started', code: null, stdout: '', stderr: messageOf(error) });
  }
};

interface Ended {
  exitCode?: number | undefined;
  timedOut: boolean;
  isCanceled: boolean;
  isTerminated: boolean;
  isMaxBuffer: boolean;
}

function endOf({ exitCode, timedOut, isCanceled, isTerminated, isMaxBuffer }: Ended): ProcessEnd {
  if (timedOut) return 'timed-out';
  if (isCanceled) return 'cancelled';
  if (isTerminated || isMaxBuffer) return 'killed';
  return exitCode === undefined ? 'not-started' : 'exited';
}
