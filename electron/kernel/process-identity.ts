import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { errnoOf } from './errors.ts';

/** A process, told apart from a later one of the same id; `start` is null where the system does not say when it began. */
export interface ProcessIdentity {
  pid: number;
  start: string | null;
  host: string;
}

/** The process that asks. */
export const thisProcess = (): ProcessIdentity => ({ pid: process.pid, start: startOf(process.pid), host: hostname() });

/** `unknown`: it runs, or ran, on another machine. */
export function lifeOf({ pid, start, host }: ProcessIdentity): 'alive' | 'dead' | 'unknown' {
  if (host !== hostname()) return 'unknown';
  if (!isAlive(pid)) return 'dead';
  const now = startOf(pid);
  return start !== null && now !== null && start !== now ? 'dead' : 'alive';
}

/** Whether there is a process of this id. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return errnoOf(error) === 'EPERM';
  }
}

/** When a process began, in ticks since the system started (Linux: proc_pid_stat(5), field 22); null elsewhere. */
export function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses, and may hold anything.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    // No such file system here, or no such process: the id alone must do.
    return null;
  }
}
