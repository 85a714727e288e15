import type { Observation } from '../cycle/observe.ts';
import { createCheck, failed, passed, type Check } from './check.ts';

/** A timer that comes this late was kept waiting by our own work, or by a machine that had no time for us. Milliseconds. */
const LATE_MS = 2000;
const BUSY_PERCENT = 80;

/** Whether Nightguard itself still answers: late timers and a loop that never rests. */
export const eventLoop = (seen: () => Observation, stays: () => boolean): Check =>
  createCheck({
    id: 'self.event-loop',
    category: 'self',
    severity: 'WARNING',
    failAfter: 3,
    // A command that looks once and ends is busy all its life.
    applicable: stays,
    check() {
      const { lateMs, busyPercent, cpuPercent } = seen().own;
      const late = `the timer of Nightguard came ${Math.round(lateMs)} ms late`;
      const busy =
        busyPercent === null || cpuPercent === null
          ? ''
          : `, it was busy for ${busyPercent.toFixed(1)} % of the time and used ${cpuPercent.toFixed(2)} % of a core`;
      const isBad = lateMs > LATE_MS || (busyPercent ?? 0) > BUSY_PERCENT;
      return isBad ? failed(`T${late.slice(1)}${busy}.`) : passed(`T${late.slice(1)}${busy}.`);
    },
  });
