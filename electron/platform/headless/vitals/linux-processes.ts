import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { errnoOf } from '../../../kernel/errors.ts';
import type { ProcessVitals, Vitals } from '../../../kernel/ports/vitals.ts';

/** What a process that ends meanwhile, or that belongs to somebody else, answers with. */
const GONE_OR_FOREIGN = new Set(['ENOENT', 'ESRCH', 'EACCES', 'EPERM']);

/** Reads of /proc are answered by the kernel from memory: to wait for them on a thread would cost more than they do. */
export const linuxProcesses: Pick<Vitals, 'process' | 'commands' | 'openAmong'> = {
  process: (pid) => Promise.resolve(processOf(pid)),
  commands: () =>
    Promise.resolve(
      pids().flatMap((pid) => {
        // Empty for zombies and the kernel's own threads.
        const command = read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim() ?? '';
        return command === '' || pid === process.pid ? [] : [{ pid, command }];
      }),
    ),
  openAmong: (paths) => Promise.resolve(new Set(pids().flatMap((pid) => filesOf(pid).filter((path) => paths.has(path))))),
};

const pids = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

function processOf(pid: number): ProcessVitals | null {
  const stat = read(`/proc/${pid}/stat`);
  const status = read(`/proc/${pid}/status`);
  if (stat === null || status === null) return null;
  // The second field is the program's name in parentheses, and may hold anything; the state follows it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return null;
  const kb = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
  const start = fields[19] ?? null;
  return {
    pid,
    start,
    startedAt: start === null ? null : bootedAt() + Number(start) * TICK_MS,
    memoryMb: Number(kb ?? 0) / 1024,
  };
}

/** USER_HZ is 100 on every architecture that Linux runs Node on. */
const TICK_MS = 10;
let boot: number | undefined;

function bootedAt(): number {
  return (boot ??= Number(/^btime (\d+)$/m.exec(read('/proc/stat') ?? '')?.[1] ?? Number.NaN) * 1000);
}

function filesOf(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  try {
    return readdirSync(folder).flatMap((name) => linkOf(`${folder}/${name}`));
  } catch (error) {
    if (!GONE_OR_FOREIGN.has(errnoOf(error) ?? '')) throw error;
    return [];
  }
}

function linkOf(path: string): string[] {
  try {
    return [readlinkSync(path)];
  } catch (error) {
    if (!GONE_OR_FOREIGN.has(errnoOf(error) ?? '')) throw error;
    return [];
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (!GONE_OR_FOREIGN.has(errnoOf(error) ?? '')) throw error;
    return null;
  }
}
