import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { AppError, errnoOf } from '../../kernel/errors.ts';
import type { ProcessKeeper } from '../../kernel/ports/process-keeper.ts';
import { lifeOf, startOf, type ProcessIdentity } from '../../kernel/process-identity.ts';

/** What a process prints is kept up to here; the file before it stays as `<file>.1`. */
const MOST_BYTES = 5 * 1024 * 1024;
const LOOK_MS = 50;

/** Processes of this machine. */
export const processKeeper: ProcessKeeper = {
  async start(command, { cwd, logFile }) {
    const log = openLog(logFile);
    try {
      const child = spawn(command, { shell: true, cwd, detached: true, stdio: ['ignore', log, log] });
      await new Promise<void>((resolve, reject) => {
        child.once('spawn', resolve);
        child.once('error', (cause) => reject(new AppError('internal', `${command} could not be started.`, { cause })));
      });
      // It must not keep Nightguard from ending; that ends it first.
      child.unref();
      const pid = child.pid ?? 0;
      return { pid, start: startOf(pid), host: hostname() };
    } finally {
      closeSync(log);
    }
  },
  async stop(target, { graceMs, isGroup }) {
    if (!send(target, 'SIGTERM', isGroup)) return lifeOf(target) === 'dead';
    for (let waited = 0; waited < graceMs && isThere(target); waited += LOOK_MS) await delay(LOOK_MS);
    if (isThere(target)) send(target, 'SIGKILL', isGroup);
    for (let waited = 0; waited < KILL_MS && isThere(target); waited += LOOK_MS) await delay(LOOK_MS);
    return !isThere(target);
  },
  signal: (target, name) => send(target, name, false),
};

/** The kernel may take a moment to take a process away. */
const KILL_MS = 2000;

const isThere = (target: ProcessIdentity): boolean => lifeOf(target) === 'alive';

/** Never to ourselves, to the first process, or to a later one of the same id. */
function send(target: ProcessIdentity, name: NodeJS.Signals, isGroup: boolean): boolean {
  if (target.pid <= 1 || target.pid === process.pid || target.pid === process.ppid || !isThere(target)) return false;
  try {
    return process.kill(isGroup && process.platform !== 'win32' ? -target.pid : target.pid, name);
  } catch (error) {
    if (!['ESRCH', 'EPERM'].includes(errnoOf(error) ?? '')) throw error;
    return false;
  }
}

function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MOST_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, 'a');
}
