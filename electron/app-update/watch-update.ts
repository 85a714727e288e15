import { spawn, type ChildProcess } from 'node:child_process';
import type { Clock } from '../kernel/clock.ts';
import { messageOf } from '../kernel/errors.ts';
import { isAlive } from '../kernel/process-identity.ts';
import { takeBack } from './install.ts';
import { readJournal } from './update-journal.ts';

export interface WatchTimes {
  /** How long the old process may take to go. Milliseconds, like the others. */
  leaveMs: number;
  /** How long the new version may take until it is healthy. */
  healthyMs: number;
  pollMs: number;
}

const TIMES: WatchTimes = { leaveMs: 30_000, healthyMs: 120_000, pollMs: 250 };
/** A program that was asked to end gets this long. */
const GRACE_MS = 10_000;

/**
 * Run by the kept copy of the former version, which is known to work: starts the new one, and waits until it says that it is healthy. When it
 * ends with an error, or does not become healthy in time, the former version is put back and started. Resolves with the exit code.
 */
export async function watchUpdate(journal: string, clock: Clock, times: WatchTimes = TIMES): Promise<number> {
  const begun = readJournal(journal).install;
  if (begun === null || begun.phase !== 'installing') return 64;
  await until(() => !isAlive(begun.oldPid), times.leaveMs, times, clock);
  const running = start(begun.target);
  const isHealthy = (): boolean => readJournal(journal).install?.phase === 'healthy';
  await until(() => isHealthy() || running.ended() !== null, times.healthyMs, times, clock);
  if (isHealthy()) return 0;
  const reason = running.ended() ?? `It was not healthy after ${Math.round(times.healthyMs / 1000)} seconds.`;
  // A person who quits it has judged nothing: its next start goes on with the probation.
  if (reason === 'quit') return 0;
  await running.end(clock);
  await takeBack(journal, reason);
  start(begun.target);
  return 1;
}

interface Running {
  /** How it ended; null while it runs. `quit`: by itself, and well. */
  ended(): string | null;
  end(clock: Clock): Promise<void>;
}

function start(program: string): Running {
  let ended: string | null = null;
  let child: ChildProcess | undefined;
  try {
    child = spawn(program, [], { detached: true, stdio: 'ignore' });
    child.on('error', (error) => (ended ??= messageOf(error)));
    child.on('exit', (code, signal) => (ended ??= code === 0 ? 'quit' : `It ended with ${signal ?? `code ${String(code)}`}.`));
    child.unref();
  } catch (error) {
    ended = messageOf(error);
  }
  return {
    ended: () => ended,
    async end(clock) {
      if (ended !== null || child?.pid === undefined) return;
      const times = { pollMs: TIMES.pollMs };
      signal(child.pid, 'SIGTERM');
      await until(() => ended !== null, GRACE_MS, times, clock);
      signal(child.pid, 'SIGKILL');
      await until(() => ended !== null, GRACE_MS, times, clock);
    },
  };
}

/** To all of its processes: it leads a group of its own. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, name);
  } catch {
    // Gone already.
  }
}

async function until(isSo: () => boolean, ms: number, { pollMs }: Pick<WatchTimes, 'pollMs'>, clock: Clock): Promise<void> {
  const deadline = clock.now() + ms;
  while (!isSo() && clock.now() < deadline) await clock.sleep(pollMs);
}
