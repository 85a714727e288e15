import { constants } from 'node:os';
import type { CliHost } from './host.ts';
import { runCli } from './run-cli.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** One Ctrl-C can come twice: from the terminal, and from a wrapper that passes it on. Milliseconds. */
const SAME_SIGNAL_MS = 500;

/**
 * Runs one command with the streams, the folder and the signals of this process. Resolves to its exit code (see EXIT).
 * @param words the command and its own words
 */
export async function runOnThisProcess(words: readonly string[], self: CliHost['self']): Promise<number> {
  const { stdin, stdout, stderr, env } = process;
  const host = { stdin, stdout, stderr, env, cwd: process.cwd(), self, signal: signalOfThisProcess() };
  let isFaulty = false;
  const code = await runCli(words, host, (take) =>
    process.on('uncaughtException', (error) => {
      // A second one comes from what the first one broke.
      if (isFaulty) return;
      isFaulty = true;
      take(error);
    }),
  );
  // Whatever it broke may still hold the process.
  if (isFaulty) process.exit(code);
  return code;
}

function signalOfThisProcess(): AbortSignal {
  const stop = new AbortController();
  let stoppedAt = 0;
  for (const name of SIGNALS) {
    process.on(name, () => {
      // Asked again: whoever asks does not want to wait for tidying up. The journal covers what was under way.
      if (stop.signal.aborted && performance.now() - stoppedAt > SAME_SIGNAL_MS) process.exit(128 + constants.signals[name]);
      if (stop.signal.aborted) return;
      stoppedAt = performance.now();
      stop.abort(name);
    });
  }
  return stop.signal;
}
