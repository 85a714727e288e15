import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter } from 'node:path';
import { ROOT, at } from './paths.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** The environment of every child: the pinned Node and the local tools come first on the PATH. */
export const toolEnvironment = (extra = {}) => ({
  ...process.env,
  PATH: `${at('node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
  ...extra,
});

/**
 * Runs a program to its end and passes signals on to its whole process group. Resolves with the exit code, as a shell would give it:
 * 128 + n after signal n, 127 when it could not be started.
 */
export function run(command, args, { env = {}, stdio = 'inherit', cwd = ROOT, ownGroup = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: toolEnvironment(env),
      stdio,
      detached: ownGroup,
      shell: process.platform === 'win32',
    });
    const send = (signal) => signalChild(child, signal, ownGroup);
    for (const signal of SIGNALS) process.on(signal, send);
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      finish(127);
    });
    child.on('exit', (code, signal) => finish(code ?? 128 + constants.signals[signal]));
    const finish = (code) => {
      for (const signal of SIGNALS) process.removeListener(signal, send);
      if (ownGroup) signalChild(child, 'SIGKILL', true);
      resolve(code);
    };
  });
}

/** A group of its own can be ended as a whole: what the program left behind goes with it. */
function signalChild(child, signal, group) {
  if (child.pid === undefined) return;
  try {
    process.kill(group ? -child.pid : child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
