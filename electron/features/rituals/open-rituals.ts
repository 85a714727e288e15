import { join } from 'node:path';
import type { Ritual, RitualRun, RitualStanding } from '../../../shared/model/rituals.ts';
import type { RitualsSettings } from '../../../shared/model/settings.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import { DisposableStack, type Disposable } from '../../kernel/disposables.ts';
import { AppError, messageOf } from '../../kernel/errors.ts';
import type { ReceivedMessage } from '../../kernel/hub/read-hub.ts';
import type { CommandRunner } from '../../kernel/ports/command-runner.ts';
import type { Log } from '../../kernel/ports/log.ts';
import { createWorkspaceLock } from '../../kernel/workspace-lock.ts';
import { collectRituals, type Collected } from './config/collect-rituals.ts';
import { readRitualsConfig, whileUnchanged } from './config/read-rituals-config.ts';
import { createKeeper } from './keeper.ts';
import { nextOccurrence } from './plan/occurrences.ts';
import { createRunRecord } from './record/run-record.ts';
import { findAnswer, isSlugOf } from './run/find-answer.ts';
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
  /** Messages that came to the agents' hub after a time. */
  hub: (since: number) => readonly ReceivedMessage[];
  conditions: Conditions;
  onChange: () => void;
}

/** The rituals of one workspace. Names are those of `list`. */
export interface Rituals extends Disposable {
  /** Reads the settings and RITUALS_CONFIG anew. `problem`: why the latter could not be read. */
  list(): Promise<{ rituals: RitualStanding[]; problem: string | null }>;
  /** When a task comes next, as far as its rituals are read already; epoch milliseconds. */
  nextOf(taskType: string): number | null;
  /** Why RITUALS_CONFIG could not be read when it was read last; null when it could. */
  problem(): string | null;
  /** Newest first; of one ritual, or of all. */
  runs(name: string | null, limit: number): RitualRun[];
  /** What a run printed, its last 64 kB. @throws AppError `not-found` */
  output(run: number): string;
  /** A sign of life of a task that was handed over: `ok` ends its run well. False when no run waits for it. */
  answered(name: string, answer: { ok: boolean; detail: string }): boolean;
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
  const python = whileUnchanged(readRitualsConfig);
  let current: Collected = { rituals: [], problem: null };
  let told: string | null = null;
  const collect = async (): Promise<Collected> => {
    current = await collectRituals(workspace, settings(), python);
    if (current.problem !== null && current.problem !== told)
      log.write('warn', 'RITUALS_CONFIG could not be read', { cause: current.problem });
    if (current.problem !== told) ports.onChange();
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
      async refresh() {
        await collect();
        lookForAnswers();
      },
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
  const timeoutOf = (name: string): number => current.rituals.find((one) => one.name === name)?.timeoutMs ?? DEFAULT_SILENCE_MS;
  let isHubReadable = true;
  const heardSince = (at: number): readonly ReceivedMessage[] | null => {
    try {
      const messages = ports.hub(at);
      isHubReadable = true;
      return messages;
    } catch (error) {
      if (isHubReadable) log.write('warn', "the agents' hub could not be read", { cause: messageOf(error) });
      isHubReadable = false;
      return null;
    }
  };
  /** Tasks that agents have: what they answered, or that they said nothing in time. */
  const lookForAnswers = (): void => {
    const waiting = record.handedOver();
    const oldest = waiting[0]?.startedAt ?? null;
    if (oldest === null) return;
    const messages = heardSince(oldest - CLOCKS_DIFFER_MS);
    // Who could not be heard was not silent.
    if (messages === null) return;
    const now = clock.now();
    const settled = waiting.filter((run) => {
      const since = run.startedAt ?? run.scheduledFor;
      const answer = findAnswer(
        run,
        messages.filter(({ at }) => at >= since - CLOCKS_DIFFER_MS),
      );
      if (answer !== null) return record.answer(run.id, answer.ok ? 'done' : 'failed', answer.detail);
      return now - since > timeoutOf(run.ritual) && record.answer(run.id, 'unanswered', run.detail);
    });
    if (settled.length > 0) ports.onChange();
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
    problem: () => current.problem,
    runs: (name, limit) => record.runs(name, limit),
    output(run) {
      const output = record.output(run);
      if (output === null) throw new AppError('not-found', `There is no run ${run}.`);
      return output;
    },
    answered(name, { ok, detail }) {
      const run = record.handedOver().findLast(({ ritual }) => isSlugOf(name, ritual));
      if (run === undefined || !record.answer(run.id, ok ? 'done' : 'failed', detail)) return false;
      ports.onChange();
      return true;
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
      const look = (): Promise<void> => keeper.look();
      void look();
      return { look, dispose: () => keeper.dispose() };
    },
    dispose: () => stack.dispose(),
  };
}

/** How long an agent may be silent where its ritual is not known any more. Milliseconds. */
const DEFAULT_SILENCE_MS = 3_600_000;
/** Files and agents go by clocks of their own. Milliseconds. */
const CLOCKS_DIFFER_MS = 2000;
/** Runs that `missed` is counted over. */
const RECENT = 50;
