import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../../../kernel/errors.ts';
import type { UpgradeOutcome } from '../../../../shared/model/security.ts';
import type { Attempt } from '../ledger/attempts.ts';
import { runId } from '../ledger/runs.ts';
import { discard, takeBack } from './run-attempt.ts';
import { scratchFolder, securityFolder, snapshotFolder, type RunContext } from './run-context.ts';

const INTERRUPTED = 'Nightguard was interrupted; the environment was put back as it was.';

/**
 * Ends what a crash interrupted: stops what still runs, and puts the environment back. The caller holds the workspace lock, so no living
 * Nightguard is at work on these. Returns the ids of the runs.
 */
export async function recoverSecurity(context: RunContext): Promise<string[]> {
  const open = context.attempts.unfinished();
  for (const attempt of open) {
    for (const process of attempt.processes) await context.tools.end(process);
    await endAttempt(context, attempt);
  }
  endActs(context, open);
  const runs = context.runs.unfinished();
  for (const run of runs) endRun(context, run.number);
  await sweep(context);
  return runs.map(({ number }) => runId(number));
}

/** A rollback has one intent for all that it puts back; what was interrupted on its way back is there now. */
function endActs({ audit, runs, clock }: RunContext, open: readonly Attempt[]): void {
  for (const intent of new Set(open.map((attempt) => attempt.intent))) {
    const wentBack = open.find((attempt) => attempt.intent === intent && isRollback(attempt));
    if (wentBack !== undefined) runs.rolledBack(wentBack.run, clock.now());
    audit.outcome(intent, { result: wentBack === undefined ? 'taken-back' : 'done', reasons: [INTERRUPTED] });
  }
}

/** It had been kept before. */
const isRollback = ({ after }: Attempt): boolean => after !== null;

async function endAttempt(context: RunContext, attempt: Attempt): Promise<void> {
  const folder = snapshotFolder(context.workspace, attempt.number);
  // Nothing is changed before the copy is complete; a rollback that was interrupted still has its copy.
  if (attempt.state === 'preparing') await discard(context, attempt.number, INTERRUPTED);
  else if (attempt.state === 'restoring' && !existsSync(join(folder, 'manifest.json')))
    context.attempts.setState(attempt.number, 'taken-back', attempt.reason);
  else await takeBack(context, attempt.number, attempt.reason || INTERRUPTED);
}

function endRun({ runs, attempts, clock }: RunContext, number: number): void {
  const upgrades = attempts
    .of(number)
    .flatMap(({ upgrades: planned, state, reason }): UpgradeOutcome[] =>
      planned.map((one) => ({ ...one, result: state === 'kept' ? 'updated' : 'taken-back', detail: reason, tests: [] })),
    );
  runs.end(number, { at: clock.now(), status: 'INTERRUPTED', reason: INTERRUPTED, report: null, upgrades });
}

/** Copies that no attempt needs any more, and lists of programs that were killed. */
async function sweep({ workspace, attempts }: RunContext): Promise<void> {
  await rm(scratchFolder(workspace), { recursive: true, force: true });
  const needed = new Set(attempts.kept().map(({ number }) => `snapshot-${number}`));
  for (const name of await namesIn(securityFolder(workspace))) {
    if (/^snapshot-\d+$/.test(name) && !needed.has(name))
      await rm(join(securityFolder(workspace), name), { recursive: true, force: true });
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  }
}
