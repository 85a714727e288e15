import type { WatchedProcess } from '../../../../shared/model/healing.ts';
import type { HealingSettings } from '../../../../shared/model/settings.ts';
import type { Check } from '../checks/check.ts';
import { processMemory } from '../checks/process-memory.ts';
import { processRuns, runsCheckId } from '../checks/process-runs.ts';
import { restart } from './treat-process.ts';
import { memorySeries, observeProcess, type ObservedProcess, type ProcessContext } from './watch-process.ts';

/** All processes that the settings name. */
export interface WatchedProcesses {
  /** Looks at each of them; notes their memory in `values`. */
  observe(values: Map<string, number>): Promise<void>;
  checks(): Check[];
  standings(): WatchedProcess[];
  observed(): readonly ObservedProcess[];
  /** Starts those that Nightguard runs and that do not run yet, unless their check was given up. Nobody failed: it is no attempt to heal. */
  startMissing(mayStart: (check: string) => boolean): Promise<void>;
  /** Ends those that Nightguard runs. */
  stopOwn(): Promise<void>;
}

const GRACE_MS = 5000;

export function createWatchedProcesses(
  settings: () => HealingSettings['processes'],
  context: ProcessContext,
  /** Whether this Nightguard stays, and so may run processes. */
  stays: () => boolean,
): WatchedProcesses {
  let all = new Map<string, { written: string; observed: ObservedProcess; checks: Check[] }>();
  /** By name and settings: one whose settings change is another one. */
  const current = (): { observed: ObservedProcess; checks: Check[] }[] => {
    const next: typeof all = new Map();
    for (const one of settings()) {
      const written = JSON.stringify(one);
      const known = all.get(one.name);
      next.set(one.name, known?.written === written ? known : { written, ...create(one) });
    }
    all = next;
    return [...all.values()];
  };
  const create = (one: HealingSettings['processes'][number]): { observed: ObservedProcess; checks: Check[] } => {
    const observed = observeProcess(one, context);
    const isOurs = (): boolean => one.start === undefined || stays();
    return { observed, checks: [processRuns(observed, context, isOurs), processMemory(observed, context, isOurs)] };
  };
  return {
    async observe(values) {
      for (const { observed } of current()) {
        const mb = await observed.observe();
        if (mb !== null) values.set(memorySeries(observed.settings.name), mb);
      }
    },
    checks: () => current().flatMap(({ checks }) => checks),
    standings: () => current().map(({ observed }) => observed.standing()),
    observed: () => current().map(({ observed }) => observed),
    async startMissing(mayStart) {
      for (const { observed } of current()) {
        if (observed.settings.start === undefined || !mayStart(runsCheckId(observed.settings.name))) continue;
        await observed.observe();
        if (observed.found()?.state === 'not-running') await restart(observed, context, false);
      }
    },
    async stopOwn() {
      for (const { observed } of all.values()) {
        const known = observed.settings.start === undefined ? null : context.record.get(observed.settings.name);
        if (known?.own === true && (await context.ports.keeper.stop(known, { graceMs: GRACE_MS, isGroup: true })))
          context.record.forget(observed.settings.name);
      }
    },
  };
}
