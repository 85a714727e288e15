import { constants } from 'node:os';
import { runCli } from './terminal/run-cli.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const stop = new AbortController();
for (const name of SIGNALS) {
  process.on(name, () => {
    // Asked twice: whoever asks does not want to wait for tidying up. The journal covers what was under way.
    if (stop.signal.aborted) process.exit(128 + constants.signals[name]);
    stop.abort(name);
  });
}

const { stdin, stdout, stderr, env } = process;
process.exitCode = await runCli(process.argv.slice(2), { stdin, stdout, stderr, env, cwd: process.cwd(), signal: stop.signal });
