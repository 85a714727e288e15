import { restart } from '../processes/treat-process.ts';
import type { ObservedProcess, ProcessContext } from '../processes/watch-process.ts';
import { createCheck, failed, passed, unknown, type Check } from './check.ts';

/** Its id, by the name of the process. */
export const runsCheckId = (name: string): string => `process.${name}.runs`;

/** Whether a watched process runs. */
export const processRuns = (observed: ObservedProcess, context: ProcessContext, isOurs: () => boolean): Check =>
  createCheck({
    id: runsCheckId(observed.settings.name),
    category: 'processes',
    severity: 'ERROR',
    // One that Nightguard runs itself has ended for certain.
    failAfter: observed.settings.start === undefined ? 2 : 1,
    check() {
      const found = observed.found();
      const { name } = observed.settings;
      if (found === null || found.state === 'unknown') return unknown(`${name}: ${found?.why ?? 'it was not looked for'}.`);
      return found.state === 'running'
        ? passed(`${name} runs as process ${found.process.pid}.`)
        : failed(`${name} does not run: ${found.why}.`);
    },
    fix: async ({ isDry }) => (isOurs() && observed.found()?.state === 'not-running' ? restart(observed, context, isDry) : null),
  });
