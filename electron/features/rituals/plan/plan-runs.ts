import type { Ritual } from '../../../../shared/model/rituals.ts';
import { occurrencesBetween } from './occurrences.ts';

/** Up to when a ritual's due hours are accounted for, and what a person wants of it. */
export interface Standing {
  accounted: number;
  skipNext: boolean;
  paused: boolean;
}

/** A due hour that is not run, and why. */
export interface Unrun {
  ritual: string;
  scheduledFor: number;
  result: 'missed' | 'superseded' | 'skipped';
}

export interface DueRun {
  ritual: string;
  scheduledFor: number;
  trigger: 'schedule' | 'catch-up';
}

export interface RunPlan {
  /** In the order in which they are to be run, one at a time. */
  run: DueRun[];
  unrun: Unrun[];
  /** New `accounted` of rituals whose due hours are all settled without a run. */
  accounted: Map<string, number>;
}

export interface PlanContext {
  /** Epoch milliseconds. */
  now: number;
  timeZone: string | undefined;
  /** Without a standing a ritual has just become known: nothing of it is due yet, so that a first start is no stampede. */
  standings: ReadonlyMap<string, Standing>;
  /** Whether a due hour has its row already: after the clock was set back. */
  isAccounted: (ritual: string, scheduledFor: number) => boolean;
}

/** Later than this, a run is a catch-up and is shown as one. Milliseconds. */
const PUNCTUAL_MS = 120_000;

/** Which due hours are run now, and which never will be. Pure. Of several missed hours of a ritual only the newest is caught up. */
export function planRuns(rituals: readonly Ritual[], context: PlanContext): RunPlan {
  const due: (DueRun & { wall: number; order: number })[] = [];
  const unrun: Unrun[] = [];
  const accounted = new Map<string, number>();
  for (const [order, ritual] of rituals.entries()) {
    const standing = context.standings.get(ritual.name);
    if (standing === undefined || !ritual.enabled) continue;
    const found = occurrencesBetween(ritual.timing, standing.accounted, context.now, context.timeZone);
    const newest = found.at(-1);
    if (newest === undefined) continue;
    const open = found.filter(({ at }) => !context.isAccounted(ritual.name, at));
    const last = open.at(-1);
    const fate = last === undefined ? null : fateOf(last.at, ritual, standing, context.now);
    // What is run is accounted for when it is taken, not before: a crash in between must not lose it.
    if (fate !== 'run') accounted.set(ritual.name, newest.at);
    for (const { at } of open) {
      if (at !== last?.at)
        unrun.push({ ritual: ritual.name, scheduledFor: at, result: fate === 'run' ? 'superseded' : 'missed' });
      else if (fate === 'run')
        due.push({ ritual: ritual.name, scheduledFor: at, trigger: triggerOf(at, context.now), wall: last.wall, order });
      else if (fate !== null) unrun.push({ ritual: ritual.name, scheduledFor: at, result: fate });
    }
  }
  const run = due
    .toSorted((a, b) => a.scheduledFor - b.scheduledFor || a.wall - b.wall || a.order - b.order)
    .map(({ wall: _wall, order: _order, ...rest }) => rest);
  return { run, unrun, accounted };
}

function fateOf(at: number, { deadlineMs }: Ritual, standing: Standing, now: number): 'run' | 'missed' | 'skipped' {
  if (standing.skipNext || standing.paused) return 'skipped';
  return now - at <= deadlineMs ? 'run' : 'missed';
}

const triggerOf = (at: number, now: number): DueRun['trigger'] => (now - at <= PUNCTUAL_MS ? 'schedule' : 'catch-up');
