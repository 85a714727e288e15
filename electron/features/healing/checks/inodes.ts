import type { Observation } from '../cycle/observe.ts';
import { createCheck, failed, passed, unknown, type Check } from './check.ts';

/** A disk may be full of files long before it is full of bytes. */
export const inodes = (seen: () => Observation, limitPercent: () => number): Check =>
  createCheck({
    id: 'host.inodes',
    category: 'host',
    severity: 'WARNING',
    applicable: () => seen().volume === null || seen().volume?.inodes !== null,
    check() {
      const found = seen().volume?.inodes ?? null;
      if (found === null) return unknown('How many files the disk can still hold could not be found out.');
      const used = ((found.total - found.free) / found.total) * 100;
      const said = `${used.toFixed(0)} % of the files that the disk can hold are there`;
      return used > limitPercent()
        ? failed(`${said}; the limit is ${limitPercent()} %.`, used > 98 ? 'CRITICAL' : 'WARNING')
        : passed(`${said}.`);
    },
  });
