import type { Observation } from '../cycle/observe.ts';
import { createCheck, failed, passed, unknown, type Check } from './check.ts';

/** More work than the cores can do, for minutes. */
export const load = (seen: () => Observation, limitPerCore: () => number): Check =>
  createCheck({
    id: 'host.load',
    category: 'host',
    severity: 'WARNING',
    // Ten minutes at the usual pace: a build is no fault.
    failAfter: 20,
    passAfter: 4,
    applicable: () => process.platform !== 'win32',
    check() {
      const { load: mean, cores } = seen().host;
      if (mean === null) return unknown('The load of this machine could not be measured.');
      const said = `${mean.toFixed(1)} processes want to run on ${cores} cores`;
      return mean > limitPerCore() * cores ? failed(`${said}; the limit is ${limitPerCore()} for each.`) : passed(`${said}.`);
    },
  });
