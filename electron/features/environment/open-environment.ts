import {
  environmentReportSchema,
  type EnvironmentReport,
  type EnvironmentStatus,
  type EnvironmentSummary,
} from '../../../shared/model/environment.ts';
import type { Problem } from '../../../shared/model/snapshot.ts';
import { createTranslator } from '../../../shared/locales/index.ts';
import { findingText } from '../../../shared/model/environment-text.ts';
import type { Disposable } from '../../kernel/disposables.ts';
import { AppError, messageOf } from '../../kernel/errors.ts';
import { createFact } from '../../kernel/facts.ts';
import type { EnvironmentProof } from '../../kernel/ports/environment-proof.ts';
import type { Log } from '../../kernel/ports/log.ts';
import { stampOfPaths } from '../../kernel/python/index.ts';
import type { WorkspaceLock } from '../../kernel/workspace-lock.ts';
import { checkEnvironment, type CheckRequest, type EnvironmentContext, type Look } from './environment.ts';
import { createProof } from './proof.ts';

export interface EnvironmentPorts extends EnvironmentContext {
  lock: WorkspaceLock;
  log: Log;
  onChange: () => void;
}

export interface CheckOptions {
  /** Put right what can be; the settings may forbid it still. */
  install: boolean;
  /** Who asks: `nightguard`, or a person through `panel`, `terminal`, `library`. */
  actor: string;
  /** Use a result again that is fresh and whose files have not changed. */
  reuse?: boolean;
  signal?: AbortSignal;
}

/** Looks after the environment of one workspace. */
export interface EnvironmentDuty extends Disposable {
  /** @throws AppError `cancelled`, `disposed`; `locked` when somebody else is changing the workspace and something is to be put right */
  check(options: CheckOptions): Promise<EnvironmentReport>;
  status(): EnvironmentStatus;
  summary(): EnvironmentSummary;
  problems(): Problem[];
  proof: EnvironmentProof;
  /** Looks once in the background, so that there is something to show. Puts nothing right. */
  attend(): void;
  /** No further check is begun, and the one under way is told to end. */
  stop(): void;
}

const LOCK_WAIT_MS = 60_000;

/** Opens the duty. What was found last is known at once; nothing is looked at before it is asked for. */
export function openEnvironment(ports: EnvironmentPorts): EnvironmentDuty {
  const { database, clock, settings } = ports;
  const kept = createFact(database, 'environment.report', environmentReportSchema);
  const ended = new AbortController();
  let report = kept.get();
  let fresh: { stamp: string; key: string; watched: readonly string[]; at: number } | null = null;
  let running: EnvironmentStatus['running'] = null;
  let queue: Promise<unknown> = Promise.resolve();

  const settingsKey = (): string => JSON.stringify([settings(), ports.kind()]);
  const setRunning = (value: EnvironmentStatus['running']): void => {
    running = value;
    ports.onChange();
  };

  const isFresh = async (): Promise<boolean> => {
    const age = fresh === null ? Infinity : clock.now() - fresh.at;
    if (fresh === null || age < 0 || age >= settings().freshSeconds * 1000 || fresh.key !== settingsKey()) return false;
    return (await stampOfPaths(fresh.watched)) === fresh.stamp;
  };

  const look = async (request: CheckRequest): Promise<EnvironmentReport> => {
    const since = clock.now();
    setRunning({ since, phase: 'checking', detail: '' });
    try {
      const key = settingsKey();
      const onInstalling = (detail: string): void => setRunning({ since, phase: 'installing', detail });
      const found: Look = await checkEnvironment(ports, { ...request, onInstalling });
      // Taken after the look: what changes in between is seen when the result is no longer fresh.
      fresh = { stamp: await stampOfPaths(found.watched), key, watched: found.watched, at: clock.now() };
      report = found.report;
      kept.set(report);
      return report;
    } finally {
      setRunning(null);
    }
  };

  const perform = async ({ install, actor, reuse = false }: CheckOptions, both: AbortSignal): Promise<EnvironmentReport> => {
    if (both.aborted)
      throw new AppError(ended.signal.aborted ? 'disposed' : 'cancelled', 'The check of the environment was ended.');
    if (reuse && report !== null && (await isFresh())) return report;
    const request = { actor, signal: both, lastCheckedAt: report?.at ?? null, onInstalling: () => undefined };
    return look({ ...request, fix: install && settings().fix });
  };

  const signalOf = ({ signal }: CheckOptions): AbortSignal =>
    signal === undefined ? ended.signal : AbortSignal.any([signal, ended.signal]);

  /** One after the other: two would install into each other's feet. */
  const enqueue = (options: CheckOptions): Promise<EnvironmentReport> => {
    const result = queue.then(() => perform(options, signalOf(options)));
    queue = result.catch(() => undefined);
    return result;
  };

  const check = async (options: CheckOptions): Promise<EnvironmentReport> => {
    if (!options.install || !settings().fix) return enqueue(options);
    // Before the queue: an update that holds the lock comes through there itself, to be proven.
    const release = await ports.lock.acquire('environment check', { waitMs: LOCK_WAIT_MS, signal: signalOf(options) });
    try {
      return await enqueue(options);
    } finally {
      release();
    }
  };

  return {
    check,
    status: () => ({ report, running }),
    summary: () => summaryOf(report),
    problems: () => problemsOf(report),
    proof: createProof({
      // The act that is to be proven holds the lock already.
      check: (signal, reuse) => enqueue({ install: true, actor: 'nightguard', reuse, signal }),
      last: () => report,
      isWanted: () => settings().beforeActs,
      warn: (error) => ports.log.write('warn', 'the environment could not be checked', { error: messageOf(error) }),
    }),
    attend() {
      check({ install: false, actor: 'nightguard', reuse: true }).catch((error: unknown) => {
        if (!ended.signal.aborted) ports.log.write('warn', 'the environment could not be checked', { error: messageOf(error) });
      });
    },
    stop: () => ended.abort(),
    async dispose() {
      ended.abort();
      await queue;
    },
  };
}

function summaryOf(report: EnvironmentReport | null): EnvironmentSummary {
  if (report === null) return { state: 'unknown', checkedAt: null, failing: 0 };
  return { state: report.state, checkedAt: report.at, failing: report.checks.filter(({ state }) => state !== 'passed').length };
}

function problemsOf(report: EnvironmentReport | null): Problem[] {
  if (report === null || report.state === 'passed') return [];
  const t = createTranslator('en');
  const sentences = report.checks
    .filter(({ state }) => state !== 'passed')
    .flatMap(({ findings }) => findings.filter(({ severity }) => severity !== 'INFO'))
    .map((finding) => findingText(finding, t));
  const [first = '', ...more] = sentences;
  const detail = more.length === 0 ? first : `${first} (+${more.length})`;
  return [{ code: 'environment-failed', detail, at: report.at, severity: 'warning', release: null }];
}
