import { join } from 'node:path';
import {
  type CheckReport,
  type Course,
  type Health,
  type HealthIssue,
  type HealthRange,
  type HealthReport,
  healthReportSchema,
} from '../../../shared/model/healing.ts';
import type { Problem } from '../../../shared/model/snapshot.ts';
import { DisposableStack, type Disposable } from '../../kernel/disposables.ts';
import { asAppError } from '../../kernel/errors.ts';
import { createFact } from '../../kernel/facts.ts';
import { createWorkspaceLock } from '../../kernel/workspace-lock.ts';
import { createBeats, type Beat } from './agents/beats.ts';
import { createCallChains, type CallChains } from './calls/call-chains.ts';
import { createBody } from './cycle/body.ts';
import { runChecks, issuesOf } from './cycle/run-checks.ts';
import { scoreOf } from './cycle/score.ts';
import type { HealingPorts } from './ports.ts';
import { createProjections } from './record/projections.ts';
import { createReserve } from './record/reserve.ts';
import { createStandings } from './record/standings.ts';
import { createProblems } from './problems.ts';
import { attendTo } from './cycle/attend.ts';
import { healthOf } from './cycle/health-of.ts';

/** The health of one workspace. */
export interface Healing extends Disposable {
  /** At a glance. */
  health(): Health;
  /** All of the latest cycle; null before there was one. */
  report(): HealthReport | null;
  /** What was measured over a range, of the machine or of one watched process. */
  course(range: HealthRange, process: string | null): Course;
  /** What is not well now, the gravest first. */
  issues(): readonly HealthIssue[];
  /** For the list of problems. */
  problems(): Problem[];
  /** One cycle now, every check of it. @throws AppError `locked` while another process is at it */
  heal(options?: { dryRun?: boolean }): Promise<HealthReport>;
  /** Calls among agents: entered, left, blocked. */
  readonly calls: Pick<CallChains, 'enter' | 'exit' | 'blocked'>;
  /** An agent says that it is there. */
  beat(beat: Beat): void;
  /** Looks again and again until it is disposed, and gives a sign of life. */
  attend(): Disposable;
}

/** How long a person waits for the cycle of another process. Milliseconds. */
const WAIT_MS = 20_000;

/** Wires the monitor together. Looks at nothing yet. */
export function openHealing(ports: HealingPorts): Healing {
  const { clock, database, log, settings } = ports;
  const stack = new DisposableStack();
  const stop = new AbortController();
  const chains = createCallChains(clock);
  const beats = createBeats(clock);
  const standings = createStandings(database);
  const projections = createProjections(ports);
  let stays = false;
  const reserve = createReserve(ports.stateFolder, log);
  const body = createBody(ports, chains, beats, reserve, () => stays);
  const lock = createWorkspaceLock(join(ports.stateFolder, 'healing'), ports.door, clock);
  const memory = createFact(database, 'healing.latest', healthReportSchema);
  const problems = createProblems(ports.stateFolder);
  let latest: HealthReport | null = memory.get();
  let number = 0;
  let fixes = 0;
  let queue: Promise<unknown> = Promise.resolve();

  const keep = (report: HealthReport): void => {
    try {
      database.transaction(() => {
        standings.flush();
        memory.set(report);
      });
    } catch (error) {
      // Known in this process all the same, and kept with the next cycle.
      if (asAppError(error).code !== 'disk-full') throw error;
    }
  };
  const cycle = async (isAsked: boolean, isDry: boolean, lateMs: number): Promise<HealthReport> => {
    const began = performance.now();
    const at = clock.now();
    const seen = await body.observe(lateMs);
    const checks = body.checks();
    const known = new Map((latest?.checks ?? []).map((report): [string, CheckReport] => [report.id, report]));
    const { reports, treatments } = await runChecks(checks, standings, known, {
      number,
      at,
      isAsked,
      treat: isDry ? 'dry' : 'yes',
    });
    number += 1;
    standings.keep(new Set(checks.map(({ id }) => id)));
    fixes += treatments.filter(({ result }) => result === 'healed').length;
    for (const { result, details, check } of treatments)
      if (result !== 'would') log.write(result === 'healed' ? 'info' : 'warn', details, { check, result });
    const score = scoreOf(reports);
    body.noteScore(score.value);
    const issues = issuesOf(reports, standings);
    const cannot = reports.some(({ state }) => state === 'could-not-check');
    latest = {
      status: issues.length > 0 ? 'DEGRADED' : cannot ? 'UNKNOWN' : 'HEALTHY',
      at,
      durationMs: 0,
      score,
      gauges: { cpu: seen.host.cpuPercent, memory: seen.memoryPercent, disk: seen.diskPercent, score: score.value },
      checks: reports,
      issues,
      treatments,
      processes: body.processes.standings(),
      agents: [...body.agents()],
      cycles: body.cycles(),
      outlooks: body.outlooks(isAsked),
    };
    if (!isDry)
      await projections.write(latest, {
        fixes,
        graphSize: body.graphSize(),
        own: body.own(),
        observed: body.processes.observed(),
      });
    latest = { ...latest, durationMs: performance.now() - began };
    keep(latest);
    return latest;
  };
  const acquire = async (waitMs: number): Promise<() => void> => {
    const take = () => lock.acquire('heal', { waitMs, signal: stop.signal });
    try {
      return await take();
    } catch (error) {
      // Even a lock needs some bytes of a disk.
      if (asAppError(error).code !== 'disk-full' || !reserve.release()) throw error;
      return take();
    }
  };
  /** One at a time, in this process and among all. */
  const exclusively = <T>(waitMs: number, work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(async () => {
      const release = await acquire(waitMs);
      try {
        return await work();
      } finally {
        release();
      }
    });
    queue = turn.catch(() => undefined);
    return turn;
  };

  return {
    health: () => healthOf(latest, body.history(clock.now()), clock.now(), settings().intervalSeconds * 1000),
    report: () => latest,
    course: (range, process) => body.course(range, process),
    issues: () => latest?.issues ?? [],
    problems: () => problems(latest, clock.now()),
    async heal({ dryRun = false } = {}) {
      const report = await exclusively(WAIT_MS, () => cycle(true, dryRun, 0));
      ports.onChange();
      return report;
    },
    calls: chains,
    beat: (beat) => beats.beat(beat),
    attend() {
      stays = true;
      const end = attendTo(ports, stop.signal, async (lateMs, isFirst) => {
        try {
          await exclusively(0, async () => {
            if (isFirst) await body.processes.startMissing((id) => standings.get(id)?.givenUp !== true);
            await cycle(false, false, lateMs);
          });
        } catch (error) {
          // Another Nightguard is at it: that cycle counts for all.
          if (asAppError(error).code !== 'locked') throw error;
          latest = memory.get();
        }
        ports.onChange();
      });
      stack.defer(async () => {
        stop.abort();
        await end.dispose();
        await queue;
        await body.processes.stopOwn();
      });
      return { dispose: () => stack.dispose() };
    },
    async dispose() {
      stop.abort();
      await queue;
      await stack.dispose();
    },
  };
}
