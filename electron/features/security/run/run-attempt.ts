import { readFile, rm } from 'node:fs/promises';
import type { PlannedUpgrade, SecurityTest } from '../../../../shared/model/security.ts';
import { writeFileAtomic } from '../../../kernel/atomic-file.ts';
import { beginAct } from '../../../kernel/begin-act.ts';
import { AppError, messageOf } from '../../../kernel/errors.ts';
import { sha256 } from '../../../kernel/hash.ts';
import type { FileEdit, Prepared } from '../apply/change/prepared.ts';
import { runTests, takeBaseline, type Baseline } from '../apply/tests/bench.ts';
import { keepForeign } from '../apply/snapshot/keep-foreign.ts';
import { restoreSnapshot } from '../apply/snapshot/restore.ts';
import { takeSnapshot } from '../apply/snapshot/snapshot.ts';
import { digestOf, readTree } from '../apply/snapshot/tree.ts';
import type { EcosystemLook } from '../look/ecosystem-look.ts';
import { actOf } from './act-of.ts';
import { snapshotFolder, type RunContext } from './run-context.ts';

/** How an attempt ended. `failed`: before anything was changed. */
export interface AttemptOutcome {
  result: 'updated' | 'taken-back' | 'failed' | 'waits' | 'refused';
  reason: string;
  tests: SecurityTest[];
  /** What was planned and what moved along. */
  upgrades: readonly PlannedUpgrade[];
}

export interface AttemptRequest {
  run: number;
  look: EcosystemLook;
  upgrades: readonly PlannedUpgrade[];
  signal: AbortSignal;
}

/**
 * Changes one environment, tests it, and keeps it or puts it back exactly. Resolved before it is judged, judged before it is begun, and
 * written down before each step. @throws AppError when it cannot be put back (`hash-mismatch`): the journal stays open then
 */
export async function runAttempt(context: RunContext, request: AttemptRequest): Promise<AttemptOutcome> {
  const { look, upgrades, signal } = request;
  const ended = (result: AttemptOutcome['result'], reason: string): AttemptOutcome => ({ result, reason, tests: [], upgrades });
  context.onPhase('upgrading');
  const preparation = await look.prepare(upgrades, signal);
  if (!preparation.ok) return ended('failed', preparation.reason);
  const { prepared } = preparation;
  const marks = look.benchmarks(prepared.upgrades);
  const bench = benchOf(context);
  const baseline = await takeBaseline(bench, marks, signal);
  const begun = begin(context, request, prepared);
  if ('verdict' in begun) return ended(begun.verdict === 'ask' ? 'waits' : 'refused', begun.reason);
  const { number, intent } = begun;
  try {
    await takeSnapshot(snapshotFolder(context.workspace, number), prepared.places);
  } catch (error) {
    await discard(context, number, messageOf(error));
    context.audit.outcome(intent, { result: 'failed', reasons: [messageOf(error)] });
    return ended('failed', messageOf(error));
  }
  const { reason, tests } = await changeAndTest(context, request, { number, prepared, baseline });
  if (reason === null) {
    await keep(context, number, prepared.places);
    context.audit.outcome(intent, { result: 'done', reasons: tests.map(({ name }) => `${name}: passed`) });
    return { result: 'updated', reason: '', tests, upgrades: prepared.upgrades };
  }
  await takeBack(context, number, reason);
  context.audit.outcome(intent, { result: 'taken-back', reasons: [reason] });
  return { result: 'taken-back', reason, tests, upgrades: prepared.upgrades };
}

const benchOf = ({ workspace, settings, tools, runCommand, environment }: RunContext) => ({
  workspace,
  settings: settings().tests,
  tools,
  runCommand,
  environment,
});

type Begun = { number: number; intent: number } | { verdict: 'ask' | 'deny'; reason: string };

/** Leave, intent and journal in one transaction. */
function begin(context: RunContext, { run, look }: AttemptRequest, { upgrades, places, edits }: Prepared): Begun {
  let number = 0;
  const writes = edits.map(({ after }) => sha256(after));
  const act = actOf(context.workspace, upgrades, places);
  const { judgement, intent } = beginAct(context, act, (made) => {
    number = context.attempts.begin({
      run,
      ecosystem: look.ecosystem,
      intent: made,
      upgrades: [...upgrades],
      places: [...places],
      writes,
    });
  });
  if (judgement.verdict !== 'allow') return { verdict: judgement.verdict, reason: judgement.reason };
  if (intent === null) throw new AppError('internal', 'An upgrade was begun without its intent.');
  return { number, intent };
}

interface Open {
  number: number;
  prepared: Prepared;
  baseline: Baseline;
}

/** `reason` null: all is well. */
async function changeAndTest(
  context: RunContext,
  { look, signal }: AttemptRequest,
  { number, prepared, baseline }: Open,
): Promise<{ reason: string | null; tests: SecurityTest[] }> {
  const { attempts } = context;
  try {
    attempts.setState(number, 'changing');
    for (const edit of prepared.edits) await write(edit);
    const change = await prepared.change({ signal, onStart: (process) => attempts.addProcess(number, process) });
    if (!change.ok) return { reason: change.reason, tests: [] };
    attempts.setState(number, 'testing');
    context.onPhase('testing');
    const rewritten = prepared.edits.map(({ path }) => path);
    const tests = await runTests(benchOf(context), look.benchmarks(prepared.upgrades), baseline, rewritten, signal);
    const failed = tests.filter(({ passed }) => !passed);
    if (signal.aborted) return { reason: 'It was cancelled.', tests };
    return { reason: failed.length === 0 ? null : failed.map(({ name, detail }) => `${name}: ${detail}`).join('\n'), tests };
  } catch (error) {
    return { reason: messageOf(error), tests: [] };
  }
}

/** @throws AppError `changed-meanwhile` when it is no longer the file that was read */
async function write({ path, absolute, before, after }: FileEdit): Promise<void> {
  if (sha256(await readFile(absolute)) !== sha256(before))
    throw new AppError('changed-meanwhile', `${path} was changed meanwhile.`);
  await writeFileAtomic(absolute, after);
}

async function keep({ attempts }: RunContext, number: number, places: readonly string[]): Promise<void> {
  const after: string[] = [];
  for (const place of places) after.push(digestOf(await readTree(place)));
  attempts.keep(number, after);
}

/** Puts everything back and throws the copy away. @throws AppError `hash-mismatch`; the copy and the journal stay then */
export async function takeBack(context: RunContext, number: number, reason: string): Promise<void> {
  context.onPhase('restoring');
  context.attempts.setState(number, 'restoring', reason);
  await putBack(context, number);
  await discard(context, number, reason);
}

/** Puts back what an attempt has changed; what somebody else wrote into its files meanwhile is kept in the quarantine. */
export async function putBack({ workspace, attempts, clock, log }: RunContext, number: number): Promise<void> {
  const folder = snapshotFolder(workspace, number);
  const kept = await keepForeign(folder, workspace, attempts.get(number)?.writes ?? [], clock.now());
  if (kept.length > 0)
    log.write('warn', 'Files that others had changed were put back; their content is in the quarantine', { kept });
  await restoreSnapshot(folder);
}

/** Ends an attempt that has left nothing behind. */
export async function discard({ attempts, workspace }: RunContext, number: number, reason: string): Promise<void> {
  attempts.setState(number, 'taken-back', reason);
  await rm(snapshotFolder(workspace, number), { recursive: true, force: true });
}
