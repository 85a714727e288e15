import type { Observation } from '../cycle/observe.ts';
import { createCheck, failed, passed, type Check } from './check.ts';

/** A timer that comes this late was kept waiting by our own work, or by a machine that had no time for us. Milliseconds. */
const LATE_MS = 2000;
const BUSY_PERCENT = 80;

/** Whether Nightguard itself still answers: late timers and a loop that never rests. */
export const eventLoop = (seen: () => Observation): Check =>
  createCheck({
    id: 'self.event-loop',
    category: 'self',
    severity: 'WARNING',
    failAfter: 3,
    check() {
      const { lateMs, busyPercent, cpuPercent } = seen().own;
      const said = `Nightguard was busy for ${busyPercent.toFixed(1)} % of the time, used ${cpuPercent.toFixed(2)} % of a core, and its timer came ${Math.round(lateMs)} ms late`;
      return lateMs > LATE_MS || busyPercent > BUSY_PERCENT ? failed(`${said}.`) : passed(`${said}.`);
    },
  });
