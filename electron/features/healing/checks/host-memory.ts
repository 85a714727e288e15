import type { Observation } from '../cycle/observe.ts';
import { createCheck, failed, passed, unknown, type Check } from './check.ts';

/** Memory of the machine: programs begin to be killed when none is left. */
export const hostMemory = (seen: () => Observation, limitPercent: () => number): Check =>
  createCheck({
    id: 'host.memory',
    category: 'host',
    severity: 'WARNING',
    failAfter: 4,
    check() {
      const used = seen().memoryPercent;
      if (used === null) return unknown('The memory of this machine could not be measured.');
      const said = `${used.toFixed(0)} % of the memory of this machine is in use`;
      return used > limitPercent()
        ? failed(`${said}; the limit is ${limitPercent()} %.`, used > 97 ? 'ERROR' : 'WARNING')
        : passed(`${said}.`);
    },
  });
