import { megabytes } from '../caches/remove-files.ts';
import type { Observation } from '../cycle/observe.ts';
import { createCheck, failed, passed, unknown, type Check, type FixContext, type FixResult } from './check.ts';

/** Less than this is full for whoever wants to write a file of some size. Bytes. */
const LEAST_FREE = 50 * 1024 * 1024;

/** The disk of the workspace. */
export const disk = (
  seen: () => Observation,
  limitPercent: () => number,
  clearCaches: (context: FixContext) => Promise<FixResult | null>,
): Check =>
  createCheck({
    id: 'host.disk',
    category: 'host',
    severity: 'WARNING',
    check() {
      const { volume, diskPercent } = seen();
      if (volume === null || diskPercent === null) return unknown('The disk of the workspace could not be measured.');
      const said = `${diskPercent.toFixed(0)} % of the disk of the workspace is in use, ${megabytes(volume.freeBytes)} are free`;
      if (diskPercent <= limitPercent() && volume.freeBytes >= LEAST_FREE) return passed(`${said}.`);
      return failed(
        `${said}; the limit is ${limitPercent()} %.`,
        diskPercent > 97 || volume.freeBytes < LEAST_FREE ? 'CRITICAL' : 'WARNING',
      );
    },
    fix: clearCaches,
  });
