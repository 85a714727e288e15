import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';

/** How a guardian ended. */
export type Ended =
  | { what: 'ended'; code: number | null; signal: NodeJS.Signals | null; ranMs: number }
  | { what: 'hung'; silentMs: number; ranMs: number };

export interface GuardianRun {
  /** Program and its words. */
  command: readonly [string, ...string[]];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Where a process gives its sign of life. */
  heartbeat: (pid: number) => string;
  /** How often its sign of life is looked at, and after how many looks without a new one it is taken to hang. */
  lookMs: number;
  looks: number;
  /** Passed on to it. */
  signal: AbortSignal;
}

/** Ends a process that does not answer; one that is asked to end gets this long. Milliseconds. */
const GRACE_MS = 15_000;

/** Runs a guardian until it ends, or gives no sign of life. */
export function runGuardian({ command, cwd, env, heartbeat, lookMs, looks, signal }: GuardianRun): Promise<Ended> {
  const [program, ...words] = command;
  const began = performance.now();
  const child = spawn(program, words, { cwd, env, stdio: 'inherit' });
  const file = heartbeat(child.pid ?? 0);
  let hungFor: number | null = null;
  let [last, silent] = ['', 0];
  // Looks are counted, not hours: while the machine sleeps nobody looks.
  const watch = setInterval(() => {
    const sign = signOf(file);
    silent = sign === last ? silent + 1 : 0;
    last = sign;
    // Before its first sign it may be starting on a slow machine, or waiting for the lock of a database.
    if (silent < (sign === '' ? looks * STARTING : looks) || signal.aborted) return;
    hungFor = silent * lookMs;
    child.kill('SIGKILL');
  }, lookMs);
  let force: NodeJS.Timeout | undefined;
  const stop = (): void => {
    const name = signal.reason === 'SIGTERM' || signal.reason === 'SIGHUP' ? signal.reason : 'SIGINT';
    child.kill(name);
    force = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  };
  signal.addEventListener('abort', stop, { once: true });
  return new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, name) => {
      const ranMs = performance.now() - began;
      resolve(hungFor === null ? { what: 'ended', code, signal: name, ranMs } : { what: 'hung', silentMs: hungFor, ranMs });
    });
  }).finally(() => {
    clearInterval(watch);
    clearTimeout(force);
    rmSync(file, { force: true });
    signal.removeEventListener('abort', stop);
  });
}

const STARTING = 3;

/** Its newest sign of life; '' while there is none. */
function signOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').slice(0, 1000);
  } catch {
    // Not written yet, or just being replaced: counted as silence, which has to last.
    return '';
  }
}
