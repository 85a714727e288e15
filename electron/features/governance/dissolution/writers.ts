import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** A file that a running program may still write to. */
export interface Writer {
  /** Relative to the folder, as it is spelt on disk. */
  path: string;
  pid: number;
}

const PROC = '/proc';
const ACCESS_MODE = 3;

/**
 * Files below a folder that some process has open for writing: what it writes after the removal would be lost. Only Linux says so, and
 * only of processes that this user may look at; elsewhere the answer is empty and the hashes before each removal are the guard.
 */
export function writersBelow(folder: string): Writer[] {
  const real = `${realpathSync(folder)}/`;
  const found: Writer[] = [];
  for (const pid of listed(PROC).filter((name) => /^\d+$/.test(name))) {
    for (const descriptor of listed(join(PROC, pid, 'fd'))) {
      const target = targetOf(join(PROC, pid, 'fd', descriptor));
      if (target?.startsWith(real) === true && isForWriting(join(PROC, pid, 'fdinfo', descriptor)))
        found.push({ path: target.slice(real.length), pid: Number(pid) });
    }
  }
  return found;
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // No such system, somebody else's process, or one that has just ended.
    return [];
  }
}

function targetOf(descriptor: string): string | null {
  try {
    return readlinkSync(descriptor);
  } catch {
    // Closed meanwhile.
    return null;
  }
}

/** `flags:` of fdinfo is octal, and its lowest two bits are the access mode (`proc_pid_fdinfo(5)`). */
function isForWriting(info: string): boolean {
  try {
    const flags = /^flags:\s*([0-7]+)/m.exec(readFileSync(info, 'utf8'))?.[1] ?? '0';
    return (Number.parseInt(flags, 8) & ACCESS_MODE) !== 0;
  } catch {
    // Closed meanwhile.
    return false;
  }
}
