import type { Ritual } from '../../../shared/model/rituals.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Disposable } from '../../kernel/disposables.ts';
import { asAppError, messageOf } from '../../kernel/errors.ts';
import type { Log } from '../../kernel/ports/log.ts';
import { nextOccurrence } from './plan/occurrences.ts';
import { planRuns, type DueRun } from './plan/plan-runs.ts';
import type { WorkspaceLock } from '../../kernel/workspace-lock.ts';
import type { RunRecord } from './record/run-record.ts';
import type { Conditions } from './run/ports.ts';
import type { RunOutcome } from './run/run-ritual.ts';

export interface KeeperPorts {
  clock: Clock;
  log: Log;
  record: RunRecord;
  /** Held while a ritual runs: one at a time, whatever the number of processes. */
  lock: WorkspaceLock;
  rituals: () => readonly Ritual[];
  /** Before each look: what is written may have changed, and agents may have answered. */
  refresh: () => Promise<void>;
  timeZone: () => string | undefined;
  conditions: Conditions;
  perform: (ritual: Ritual, signal: AbortSignal) => Promise<RunOutcome>;
  onChange: () => void;
}

export interface Keeper extends Disposable {
  /** Looks at the clock now: at a wake-up, after a change of settings. Resolves when nothing is due any more. */
  look(): Promise<void>;
  /** Runs one at once, after what runs now. Resolves with the number of its run. @throws AppError `locked` */
  runNow(ritual: Ritual): Promise<number>;
}

/** A timer does not count while the machine sleeps: the clock is looked at least this often. Milliseconds. */
const LONGEST_WAIT_MS = 60_000;
/** How long a person waits for the ritual that another process is running. Milliseconds. */
const WAIT_MS = 10_000;

/** Keeps the hours: one ritual at a time, in order, each due hour once. */
export function createKeeper(ports: KeeperPorts): Keeper {
  const { clock, log, record, lock, rituals, timeZone } = ports;
  const stop = new AbortController();
  let cancel: () => void = () => undefined;
  /** What an earlier process has left open is ended with the first look. */
  let swept = false;
  let queue: Promise<unknown> = Promise.resolve();

  /** The mutex: whatever is asked waits for what runs. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  };
  /** With the lock in hand, whatever is still open was left by a process that is gone. */
  const exclusively = async <T>(act: string, waitMs: number, work: () => Promise<T>): Promise<T> => {
    const release = await lock.acquire(act, { waitMs, signal: stop.signal });
    try {
      record.endInterrupted();
      return await work();
    } finally {
      release();
    }
  };
  const perform = async (id: number, ritual: Ritual): Promise<void> => {
    ports.onChange();
    const { result, detail, output } = await ports.perform(ritual, stop.signal);
    record.end(id, result, detail, output);
    ports.onChange();
  };
  const due = (): DueRun | undefined => {
    record.know(rituals());
    record.forgetFuture();
    const plan = planRuns(rituals(), {
      now: clock.now(),
      timeZone: timeZone(),
      standings: record.standings(),
      isAccounted: (ritual, at) => record.isAccounted(ritual, at),
    });
    if (plan.unrun.length > 0 || plan.accounted.size > 0) record.note(plan.unrun, plan.accounted);
    return plan.run[0];
  };
  const runFirst = async (): Promise<void> => {
    // Planned again under the lock: another process may have run it meanwhile.
    const first = due();
    const ritual = rituals().find(({ name }) => name === first?.ritual);
    const id = first === undefined ? null : record.claim(first);
    if (ritual !== undefined && id !== null) await perform(id, ritual);
  };
  const catchUp = async (): Promise<void> => {
    await ports.refresh();
    if (!swept) await exclusively('ritual', 0, () => Promise.resolve());
    swept = true;
    // Planned anew after each run: it may have taken hours.
    while (due() !== undefined && !stop.signal.aborted && (await ports.conditions()) === null) {
      await exclusively('ritual', 0, runFirst);
    }
  };
  const arm = (): void => {
    cancel();
    if (stop.signal.aborted) return;
    const now = clock.now();
    const standings = record.standings();
    const hours = rituals().flatMap(({ name, timing, enabled }) => {
      const after = standings.get(name)?.accounted ?? now;
      const next = enabled ? nextOccurrence(timing, Math.max(after, now), timeZone()) : null;
      return next === null ? [] : [next];
    });
    const wait = Math.min(LONGEST_WAIT_MS, ...hours.map((at) => Math.max(0, at - now)));
    cancel = clock.after(wait, () => void look());
  };
  const look = (): Promise<void> =>
    inTurn(catchUp)
      .catch((error: unknown) => {
        const { code } = asAppError(error);
        // Another Nightguard runs one of them: the next look sees what came of it.
        if (code === 'locked' || code === 'cancelled') return;
        log.write('error', 'The rituals could not be looked after', { cause: messageOf(error) });
      })
      .finally(arm);

  return {
    look,
    runNow: (ritual) =>
      inTurn(() =>
        exclusively('ritual', WAIT_MS, async () => {
          const id = record.begin(ritual.name);
          await perform(id, ritual);
          return id;
        }),
      ),
    async dispose() {
      stop.abort();
      cancel();
      await queue;
    },
  };
}
