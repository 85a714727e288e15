import { Command } from 'commander';
import { addAnnealing } from '../../../electron/terminal/annealing-program.ts';
import { createOutput } from '../../../electron/terminal/output.ts';
import { createSession } from '../../../electron/terminal/session.ts';
import { open } from '../features/annealing/support/open.ts';

// The terminal door with `run` and `errors` alone, as a process of its own: signals and streams are real.
const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stop.abort(name));
const { stdin, stdout, stderr, env } = process;
const output = createOutput(stdout, stderr, process.argv.slice(0, process.argv.indexOf('--')).includes('--json'));
const session = createSession(
  { stdin, stdout, stderr, env, cwd: process.cwd(), self: [process.execPath], signal: stop.signal },
  output,
);
session.askFor(process.cwd());
const program = new Command().option('--json');
addAnnealing(
  program,
  session,
  (key) => key,
  (code) => {
    process.exitCode = code;
  },
  async (work) => {
    const opened = open(session.workspace());
    try {
      return await work(opened.annealing);
    } finally {
      await opened.dispose();
    }
  },
);
await program.parseAsync(process.argv.slice(2), { from: 'user' });
