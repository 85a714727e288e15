import { constants } from 'node:os';
import { runCli } from './terminal/run-cli.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** One Ctrl-C can come twice: from the terminal, and from a wrapper that passes it on. Milliseconds. */
const SAME_SIGNAL_MS = 500;

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

const { stdin, stdout, stderr, env } = process;
let isFaulty = false;
const host = { stdin, stdout, stderr, env, cwd: process.cwd(), signal: stop.signal };
const code = await runCli(process.argv.slice(2), host, (take) =>
  process.on('uncaughtException', (error) => {
    // A second one comes from what the first one broke.
    if (isFaulty) return;
    isFaulty = true;
    take(error);
  }),
);
// Whatever it broke may still hold the process.
if (isFaulty) process.exit(code);
process.exitCode = code;
