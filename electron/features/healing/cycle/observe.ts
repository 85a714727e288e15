import { performance } from 'node:perf_hooks';
import type { Clock } from '../../../kernel/clock.ts';
import type { HostVitals, Vitals, VolumeVitals } from '../../../kernel/ports/vitals.ts';
import type { LeakVerdict } from '../forecast/leak.ts';
import { createMemoryCourse, type MemoryCourse } from '../processes/memory-course.ts';

/** What one cycle has measured, once for all checks. */
export interface Observation {
  host: HostVitals;
  volume: VolumeVitals | null;
  memoryPercent: number | null;
  diskPercent: number | null;
  own: { mb: number; verdict: LeakVerdict; lateMs: number; busyPercent: number | null; cpuPercent: number | null };
}

export interface Observer {
  /** `lateMs`: how late the timer of this cycle came. */
  look(lateMs: number): Promise<Observation>;
  ownCourse(): MemoryCourse;
}

export function createObserver(workspace: string, vitals: Vitals, clock: Pick<Clock, 'now'>, ownLimitMb: number): Observer {
  const course = createMemoryCourse([], ownLimitMb);
  let loop = performance.eventLoopUtilization();
  let [cpu, at] = [process.cpuUsage(), performance.now()];
  return {
    ownCourse: () => course,
    async look(lateMs) {
      const [host, volume] = await Promise.all([vitals.host(), vitals.volume(workspace)]);
      const since = performance.eventLoopUtilization(loop);
      loop = performance.eventLoopUtilization();
      const used = process.cpuUsage(cpu);
      const now = performance.now();
      const elapsedMs = Math.max(1, now - at);
      [cpu, at] = [process.cpuUsage(), now];
      const mb = process.memoryUsage.rss() / (1024 * 1024);
      return {
        host,
        volume,
        memoryPercent: percent(host.memory === null ? null : host.memory.totalMb - host.memory.availableMb, host.memory?.totalMb),
        // As df has it: what is kept back for root is neither used nor free.
        diskPercent: volume === null ? null : percent(volume.usedBytes, volume.usedBytes + volume.freeBytes),
        own: {
          mb,
          verdict: course.add(clock.now(), mb),
          lateMs,
          busyPercent: elapsedMs < SHORTEST_MS ? null : since.utilization * 100,
          cpuPercent: elapsedMs < SHORTEST_MS ? null : ((used.user + used.system) / 1000 / elapsedMs) * 100,
        },
      };
    },
  };
}

/** Of a shorter time the share says nothing. */
const SHORTEST_MS = 1000;

const percent = (used: number | null, total: number | undefined): number | null =>
  used === null || total === undefined || total <= 0 ? null : Math.min(100, Math.max(0, (used / total) * 100));
