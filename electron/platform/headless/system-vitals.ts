import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { errnoOf } from '../../kernel/errors.ts';
import type { HostVitals, Vitals, VolumeVitals } from '../../kernel/ports/vitals.ts';
import { linuxProcesses } from './vitals/linux-processes.ts';
import { otherProcesses, otherMemory } from './vitals/other-systems.ts';

/** Reads this machine: on Linux from /proc, which costs microseconds; elsewhere, and only for what Node does not know, by systeminformation. */
export function createSystemVitals(platform: NodeJS.Platform = process.platform): Vitals {
  let before = cpuTimes();
  return {
    async host() {
      const now = cpuTimes();
      const [busy, total] = [now.busy - before.busy, now.total - before.total];
      before = now;
      return {
        // Ticks are 10 ms: over a shorter time than this the share says nothing.
        cpuPercent: total < SHORTEST_MS ? null : Math.min(100, (busy / total) * 100),
        load: platform === 'win32' ? null : (loadavg()[0] ?? null),
        cores: availableParallelism(),
        memory: platform === 'linux' ? linuxMemory() : await otherMemory(),
      };
    },
    volume,
    ...(platform === 'linux' ? linuxProcesses : otherProcesses),
  };
}

const SHORTEST_MS = 1000;

/** Milliseconds of all cores since the start of the system. */
function cpuTimes(): { busy: number; total: number } {
  let [busy, total] = [0, 0];
  for (const { times } of cpus()) {
    const active = times.user + times.nice + times.sys + times.irq;
    busy += active;
    total += active + times.idle;
  }
  return { busy, total };
}

/** MemAvailable is the kernel's own estimate of what programs can still get (proc_meminfo(5)). */
function linuxMemory(): HostVitals['memory'] {
  const text = readFileSync('/proc/meminfo', 'latin1');
  const kb = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? Number.NaN);
  const [total, available] = [kb('MemTotal'), kb('MemAvailable')];
  return Number.isNaN(total + available) ? null : { totalMb: total / 1024, availableMb: available / 1024 };
}

async function volume(path: string): Promise<VolumeVitals | null> {
  try {
    const { bsize, blocks, bfree, bavail, files, ffree } = await statfs(path);
    // btrfs and others count no inodes and say 0.
    return {
      usedBytes: (blocks - bfree) * bsize,
      freeBytes: bavail * bsize,
      inodes: files === 0 ? null : { total: files, free: ffree },
    };
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return null;
  }
}
