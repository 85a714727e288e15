import type { HealingSettings } from '../../../../shared/model/settings.ts';
import type { FixContext, FixResult } from '../checks/check.ts';
import type { HealingPorts } from '../ports.ts';
import { findCaches } from './find-caches.ts';
import { planClean, type CacheFile } from './plan-clean.ts';
import { removeFiles } from './remove-files.ts';

/** The caches of the workspace. */
export interface Caches {
  look(): { total: CacheFile[]; due: CacheFile[] };
  /** Removes what may go. Null when there is nothing. */
  clear(context: FixContext): Promise<FixResult | null>;
}

const HOUR_MS = 3_600_000;
const MB = 1024 * 1024;

export function openCaches(
  ports: Pick<HealingPorts, 'workspace' | 'vitals' | 'database' | 'gate' | 'audit'>,
  settings: () => HealingSettings['caches'],
  /** Epoch milliseconds by the clock that stamps files. */
  now: () => number,
): Caches {
  const look: Caches['look'] = () => {
    const { patterns, maxAgeHours, quotaMb } = settings();
    const total = findCaches(ports.workspace, patterns);
    return { total, due: planClean(total, now(), { maxAgeMs: maxAgeHours * HOUR_MS, quotaBytes: quotaMb * MB }) };
  };
  return {
    look,
    async clear({ isDry }) {
      const { due } = look();
      return due.length === 0 ? null : removeFiles(ports, settings().patterns.join(' '), due, isDry);
    },
  };
}
