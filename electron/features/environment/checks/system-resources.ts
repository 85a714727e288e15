import { statfs } from 'node:fs/promises';
import type { Finding } from '../../../../shared/model/environment.ts';
import { finding } from '../finding.ts';
import { outcomeOf, type Check } from './types.ts';

/** Memory and disk leave room. What the kernel would give back at once does not count as used. */
export const systemResources: Check = {
  id: 'system-resources',
  name: 'System Resources',
  category: 'machine',
  judgesActs: false,
  applicable: () => true,
  async check({ workspace, settings }) {
    const { mem } = await import('systeminformation');
    const [memory, disk] = await Promise.all([mem(), statfs(workspace)]);
    const memoryUsed = share(memory.total - memory.available, memory.total);
    // As df has it: blocks that only root may use are not there for anybody else.
    const free = disk.bavail * disk.bsize;
    const diskUsed = share(disk.blocks - disk.bfree, disk.blocks - disk.bfree + disk.bavail);
    const findings: Finding[] = [];
    if (memoryUsed > settings.memoryPercent) {
      const values = { used: memoryUsed, limit: settings.memoryPercent, free: gigabytes(memory.available) };
      findings.push(
        finding('memory-high', 'HIGH_MEMORY_USAGE', 'memory', { severity: 'WARNING', values, advice: 'free-memory' }),
      );
    }
    if (diskUsed > settings.diskPercent) {
      const values = { used: diskUsed, limit: settings.diskPercent, free: gigabytes(free) };
      findings.push(finding('disk-high', 'LOW_DISK_SPACE', 'disk', { severity: 'WARNING', values, advice: 'free-disk' }));
    }
    return outcomeOf(`${memoryUsed} % · ${diskUsed} %`, findings);
  },
};

const share = (part: number, whole: number): number => (whole <= 0 ? 0 : Math.round((part / whole) * 1000) / 10);
const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1);
