import { z } from 'zod';
import type { SecurityResult, SecurityRun } from '../../../shared/model/security.ts';
import { AppError, messageOf } from '../../kernel/errors.ts';
import { createFact } from '../../kernel/facts.ts';
import { attendSecurity } from './attend.ts';
import { createAttempts } from './ledger/attempts.ts';
import { createRefusals } from './ledger/refusals.ts';
import { asRun, createRuns, reportOf, runNumber, type RunRow } from './ledger/runs.ts';
import { noteRun, shouldUpdate } from './log/last-run.ts';
import { createSecurityLog } from './log/security-log.ts';
import type { Security, SecurityPorts } from './security-api.ts';
import { isComplete, newsOf, problemsOf, vulnerableIn } from './report-run.ts';
import { recoverSecurity } from './run/recover.ts';
import { canRollBack, previewRollback, rollBack } from './run/roll-back.ts';
import type { Phase, RunContext } from './run/run-context.ts';
import { runSecurity } from './run/run-security.ts';
import { createAsk } from './web/ask.ts';

/** How long an act waits for another process. Milliseconds. */
const LOCK_WAIT_MS = 60_000;
const RECENT = 50;

/** Wires the rooms of the security duty together. Looks at nothing yet. */
export function openSecurity(ports: SecurityPorts): Security {
  const { workspace, database, clock, log, lock } = ports;
  const ended = new AbortController();
  const underWay = new Set<Promise<unknown>>();
  const runs = createRuns(database);
  const attempts = createAttempts(database);
  const securityLog = createSecurityLog({ workspace, runs, clock, log });
  const stuck = createFact(database, 'security.stuck', z.object({ at: z.number(), detail: z.string() }));
  let phase: Phase | null = null;
  const context: RunContext = {
    ...ports,
    runs,
    attempts,
    securityLog,
    refusals: createRefusals(database),
    ask: createAsk(clock),
    onPhase(next) {
      phase = next;
      ports.onChange();
    },
  };

  const perform = async <T>(act: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> => {
    const release = await lock.acquire(act, { waitMs: LOCK_WAIT_MS, signal });
    try {
      await recoverSecurity(context);
      const result = await work();
      stuck.set(null);
      return result;
    } catch (error) {
      // An environment that could not be put back, whatever the reason, is the worst there is: it is shown until it could.
      if (attempts.unfinished().length > 0) stuck.set({ at: clock.now(), detail: messageOf(error) });
      throw error;
    } finally {
      await securityLog.project();
      release();
      phase = null;
      ports.onChange();
    }
  };
  const exclusively = <T>(act: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> => {
    if (ended.signal.aborted) return Promise.reject(new AppError('disposed', 'The guardian is ending.'));
    const running = perform(act, signal, work).finally(() => underWay.delete(running));
    underWay.add(running);
    return running;
  };
  const asShown = (row: RunRow): SecurityRun => asRun(row, canRollBack(context, row.number));
  const numberOf = (run: string): number => {
    const number = runNumber(run);
    if (number === null || runs.get(number) === undefined) throw new AppError('not-found', `There is no security run ${run}.`);
    return number;
  };
  /** The newest run that has looked; later ones may have been interrupted. */
  const lastLook = (): RunRow | undefined => runs.list(RECENT).find(({ report }) => report !== null);

  const security: Security = {
    async run({ trigger, force = false, checkOnly = false, securityOnly = false, signal }) {
      const due = checkOnly || force ? null : await shouldUpdate(workspace, clock.now());
      if (due?.should === false) return skipped(clock.now(), trigger, due.reason);
      const stop = signal === undefined ? ended.signal : AbortSignal.any([signal, ended.signal]);
      return exclusively('security update', stop, async () => {
        const result = await runSecurity(context, { trigger, checkOnly, securityOnly, signal: stop });
        // A week that could not be looked at is not over.
        if (!checkOnly && result.status !== 'COULD_NOT_CHECK' && !stop.aborted) await noteRun(workspace, clock.now());
        for (const item of newsOf(result)) ports.onNews(item);
        return result;
      });
    },
    shouldUpdate: () => shouldUpdate(workspace, clock.now()),
    view() {
      const row = lastLook();
      return {
        summary: security.summary(),
        report: row === undefined ? null : reportOf(row),
        runs: runs.list(RECENT).map(asShown),
      };
    },
    summary() {
      const row = lastLook();
      const report = row === undefined ? null : reportOf(row);
      const vulnerable = vulnerableIn(report).length;
      const packages = report?.packages ?? [];
      const state = report === null ? 'unknown' : vulnerable > 0 ? 'vulnerable' : isComplete(report) ? 'good' : 'could-not-check';
      return {
        state,
        packages: packages.length,
        vulnerable,
        outdated: packages.filter(({ latest, version }) => latest !== null && latest !== version).length,
        unchecked: packages.filter(({ checked }) => !checked).length,
        upgrades: report?.upgrades.length ?? 0,
        lastRunAt: row?.started_at ?? null,
        nextRunAt: ports.nextRunAt(),
        running: phase,
      };
    },
    problems() {
      const found = problemsOf(lastLook());
      const worst = stuck.get();
      if (worst === null) return found;
      return [{ code: 'security-failed', detail: worst.detail, at: worst.at, severity: 'harm', release: null }, ...found];
    },
    previewRollback: async (run) => previewRollback(context, numberOf(run)),
    rollback(run, { token, trigger }) {
      return exclusively('security rollback', ended.signal, () => rollBack(context, numberOf(run), token, trigger));
    },
    attend: (onWanted) =>
      attendSecurity({
        security,
        clock,
        log,
        onWanted,
        recover: () => exclusively('security recovery', ended.signal, () => Promise.resolve()),
        isInterrupted: () => attempts.unfinished().length > 0 || runs.unfinished().length > 0,
        isWaiting: () => runs.list(1).some(({ status }) => status === 'HELD'),
        unlookedSince: () => runs.list(1).find(({ status }) => status === 'COULD_NOT_CHECK')?.started_at ?? null,
      }),
    stop: () => ended.abort(),
    async dispose() {
      ended.abort();
      const results = await Promise.allSettled(underWay);
      for (const result of results) if (result.status === 'rejected') log.write('debug', messageOf(result.reason));
    },
  };
  return security;
}

const skipped = (at: number, trigger: string, reason: string): SecurityResult => ({
  id: null,
  at,
  finishedAt: at,
  trigger,
  status: 'SKIPPED',
  reason,
  upgrades: [],
  canRollBack: false,
  rolledBackAt: null,
  report: null,
});
