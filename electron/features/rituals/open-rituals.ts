import { join } from 'node:path';
import type { Ritual, RitualRun, RitualStanding } from '../../../shared/model/rituals.ts';
import type { RitualsSettings } from '../../../shared/model/settings.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import { DisposableStack, type Disposable } from '../../kernel/disposables.ts';
import { AppError, messageOf } from '../../kernel/errors.ts';
import type { CommandRunner } from '../../kernel/ports/command-runner.ts';
import type { Log } from '../../kernel/ports/log.ts';
import { createWorkspaceLock } from '../../kernel/workspace-lock.ts';
import { collectRituals, type Collected } from './config/collect-rituals.ts';
import { createKeeper } from './keeper.ts';
import { nextOccurrence } from './plan/occurrences.ts';
import { createRunRecord } from './record/run-record.ts';
import type { Conditions, HandOver, Task } from './run/ports.ts';
import { runRitual } from './run/run-ritual.ts';

export interface RitualsPorts {
  /** Absolute. */
  workspace: string;
  /** Absolute; where the lock lies. */
  stateFolder: string;
  door: string;
  database: Database;
  clock: Clock;
  log: Log;
  settings: () => RitualsSettings;
  runCommand: CommandRunner;
  /** What Nightguard does itself, by task type, in order. */
  tasks: Readonly<Record<string, readonly Task[]>>;
  handOver: HandOver;
  conditions: Conditions;
  onChange: () => void;
}

/** The rituals of one workspace. Names are those of `list`. */
export interface Rituals extends Disposable {
  /** Reads the settings and RITUALS_CONFIG anew. `problem`: why the latter could not be read. */
  list(): Promise<{ rituals: RitualStanding[]; problem: string | null }>;
  /** When a task comes next, as far as its rituals are read already; epoch milliseconds. */
  nextOf(taskType: string): number | null;
  /** Newest first; of one ritual, or of all. */
  runs(name: string | null, limit: number): RitualRun[];
  /** What a run printed, its last 64 kB. @throws AppError `not-found` */
  output(run: number): string;
  /** Runs one at once. @throws AppError `not-found`, `locked` */
  runNow(name: string): Promise<RitualRun>;
  setPaused(name: string, paused: boolean): Promise<void>;
  setSkipNext(name: string, skip: boolean): Promise<void>;
  /** Keeps the hours until it is disposed. */
  attend(): Disposable & { look: () => Promise<void> };
}

/** Wires the rituals together. Looks at nothing yet. */
export function openRituals(ports: RitualsPorts): Rituals {
  const { workspace, database, clock, log, settings } = ports;
  const stack = new DisposableStack();
  const record = createRunRecord(database, clock);
  let current: Collected = { rituals: [], problem: null };
  let told: string | null = null;
  const collect = async (): Promise<Collected> => {
    current = await collectRituals(workspace, settings());
    if (current.problem !== null && current.problem !== told)
      log.write('warn', 'RITUALS_CONFIG could not be read', { cause: current.problem });
    told = current.problem;
    return current;
  };
  const named = async (name: string): Promise<Ritual> => {
    const { rituals } = await collect();
    const found = rituals.find((ritual) => ritual.name === name);
    if (found === undefined)
      throw new AppError(
        'not-found',
        `There is no ritual ${JSON.stringify(name)}. There are: ${rituals.map((one) => one.name).join(', ')}.`,
      );
    record.know(rituals);
    return found;
  };
  /** Undefined is this machine's own. */
  const timeZone = (): string | undefined => (settings().timeZone === '' ? undefined : settings().timeZone);
  const keeper = stack.use(
    createKeeper({
      clock,
      log,
      record,
      lock: createWorkspaceLock(join(ports.stateFolder, 'rituals'), ports.door, clock),
      rituals: () => current.rituals,
      timeZone,
      conditions: ports.conditions,
      perform: (ritual, signal) =>
        runRitual(ritual, { workspace, runCommand: ports.runCommand, tasks: ports.tasks, handOver: ports.handOver }, signal),
      onChange: ports.onChange,
    }),
  );
  const standingOf = (ritual: Ritual): RitualStanding => {
    const standing = record.standings().get(ritual.name) ?? { accounted: clock.now(), skipNext: false, paused: false };
    const next =
      ritual.enabled && !standing.paused
        ? nextOccurrence(ritual.timing, Math.max(standing.accounted, clock.now()), timeZone())
        : null;
    const recent = record.runs(ritual.name, RECENT);
    return {
      ritual,
      next,
      paused: standing.paused,
      skipNext: standing.skipNext,
      last: recent.find(({ startedAt }) => startedAt !== null) ?? null,
      missed: recent.filter(({ result }) => result === 'missed').length,
    };
  };
  return {
    async list() {
      const { rituals, problem } = await collect();
      return { rituals: rituals.map(standingOf), problem };
    },
    nextOf(taskType) {
      const hours = current.rituals.filter((ritual) => ritual.taskType === taskType).map((ritual) => standingOf(ritual).next);
      const known = hours.filter((at) => at !== null);
      return known.length === 0 ? null : Math.min(...known);
    },
    runs: (name, limit) => record.runs(name, limit),
    output(run) {
      const output = record.output(run);
      if (output === null) throw new AppError('not-found', `There is no run ${run}.`);
      return output;
    },
    async runNow(name) {
      const id = await keeper.runNow(await named(name));
      const run = record.runs(name, RECENT).find((one) => one.id === id);
      if (run === undefined) throw new AppError('internal', `Run ${id} of ${name} is not in the database.`);
      return run;
    },
    async setPaused(name, paused) {
      await named(name);
      record.setPaused(name, paused);
      ports.onChange();
    },
    async setSkipNext(name, skip) {
      await named(name);
      record.setSkipNext(name, skip);
      ports.onChange();
    },
    attend() {
      const look = async (): Promise<void> => {
        await collect();
        await keeper.look();
      };
      look().catch((error: unknown) => log.write('error', 'The rituals could not be begun', { cause: messageOf(error) }));
      return { look, dispose: () => keeper.dispose() };
    },
    dispose: () => stack.dispose(),
  };
}

/** Runs that `missed` is counted over. */
const RECENT = 50;
