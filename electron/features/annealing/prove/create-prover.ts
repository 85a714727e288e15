import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { ErrorEvent, FailedCommand, Patch, Proof } from '../../../../shared/model/annealing.ts';
import { beginAct } from '../../../kernel/begin-act.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import { messageOf } from '../../../kernel/errors.ts';
import { within } from '../../../kernel/paths.ts';
import type { Audit } from '../../../kernel/ports/audit.ts';
import type { Gate } from '../../../kernel/ports/gate.ts';
import type { ProcessResult, ProcessRunner } from '../../../kernel/ports/process-runner.ts';
import { REDACTED } from '../../../kernel/redact.ts';
import { keyOf } from '../group/fingerprint.ts';
import { newImportCycle } from './import-cycle.ts';
import type { Prover } from './prover.ts';
import { keyOfOutput } from './replayed-error.ts';
import { replayEnvironment } from './replay-environment.ts';
import { makeScratchCopy, type ScratchCopy } from './scratch-copy.ts';

export interface ProverPorts {
  workspace: string;
  database: Database;
  clock: Clock;
  audit: Audit;
  gate: Gate;
  runProcess: ProcessRunner;
  settings: () => { replay: boolean; timeoutSeconds: number; maxCopyMB: number };
  /** Aborted when the guardian ends. */
  signal: AbortSignal;
}

type Verdict = Omit<Proof, 'at'>;

const notProven = (reason: string): Verdict => ({ verdict: 'not-proven', reason });
const refuted = (reason: string): Verdict => ({ verdict: 'refuted', reason });

/**
 * Tries a patch: it must parse and bring in no circular import, the failed command must fail alike in a scratch copy without it, and
 * run to its end in another one with it.
 */
export function createProver(ports: ProverPorts): Prover {
  const { workspace, clock, audit, settings } = ports;

  const judged = async (event: ErrorEvent, patch: Patch, text: string): Promise<Verdict> => {
    const before = await readFile(within(workspace, patch.file), 'utf8');
    if (sha256(before) !== patch.beforeHash) return notProven(`${patch.file} has changed meanwhile`);
    const cycle = await newImportCycle(workspace, patch.file, before, text);
    if (cycle !== null) return refuted(`it would bring in a circular import: ${cycle}`);
    const { command } = event;
    if (!settings().replay) return notProven('replays are turned off (annealing.proof.replay)');
    if (command === null) return notProven('the command that failed is not known');
    if (command.argv.some((word) => word.includes(REDACTED))) return notProven('the command holds a secret, which was not kept');
    const { judgement, intent } = beginAct(ports, {
      type: 'annealing.replay',
      target: patch.file,
      actor: 'nightguard',
      paths: [],
      contentHash: patch.afterHash,
      risk: 'low',
      summary: `Run ${command.argv.join(' ')} in a scratch copy, to see whether a fix of ${patch.file} holds.`,
      diff: () => patch.unified,
    });
    if (intent === null) return notProven(`it may not be replayed: ${judgement.reason}`);
    try {
      const verdict = await replayBoth(ports, event, command, patch, text);
      audit.outcome(intent, { result: 'done', reasons: [`${verdict.verdict}: ${verdict.reason}`] });
      return verdict;
    } catch (error) {
      audit.outcome(intent, { result: 'failed', reasons: [messageOf(error)] });
      return notProven(`the replay failed: ${messageOf(error)}`);
    }
  };

  return { prove: async (event, patch, text) => ({ ...(await judged(event, patch, text)), at: clock.now() }) };
}

async function replayBoth(
  ports: ProverPorts,
  event: ErrorEvent,
  command: FailedCommand,
  patch: Patch,
  text: string,
): Promise<Verdict> {
  const expected = keyOf(event);
  const without = await replay(ports, command, null);
  if (without === null) return notProven(`the workspace is larger than ${ports.settings().maxCopyMB} MB`);
  const seconds = ports.settings().timeoutSeconds;
  if (without.result.end === 'timed-out') return notProven(`without the fix it ran longer than ${seconds} s`);
  if (without.result.end === 'not-started') return notProven('the command could not be started there');
  if (without.result.end === 'cancelled') return notProven('the replay was cancelled');
  if (without.result.code === 0) return notProven('it does not fail in a scratch copy, even without the fix');
  if (without.key !== expected) return notProven(`in a scratch copy it fails otherwise: ${without.key}`);
  const fixed = await replay(ports, command, { file: patch.file, text });
  if (fixed === null || fixed.result.end === 'not-started' || fixed.result.end === 'cancelled')
    return notProven('the replay with the fix did not run');
  if (fixed.result.end === 'timed-out') return notProven(`with the fix it ran longer than ${seconds} s`);
  if (fixed.result.code === 0)
    return {
      verdict: 'proven',
      reason: `it failed with ${expected}, and ran to its end with the fix (${(fixed.result.durationMs / 1000).toFixed(1)} s)`,
    };
  return refuted(fixed.key === expected ? `it still fails with ${expected}` : `it fails otherwise: ${fixed.key}`);
}

interface Replayed {
  result: ProcessResult;
  /** What it failed with. */
  key: string;
}

/** Null: the workspace is too large. Each replay has a copy of its own: the first may have changed its. */
async function replay(
  { workspace, runProcess, settings, signal }: ProverPorts,
  command: FailedCommand,
  patched: { file: string; text: string } | null,
): Promise<Replayed | null> {
  const { timeoutSeconds, maxCopyMB } = settings();
  const copy = await makeScratchCopy(workspace, maxCopyMB * 1_000_000);
  if (copy === null) return null;
  try {
    if (patched !== null) await writeFile(within(copy.workspace, patched.file), patched.text);
    const [file = '', ...args] = moved(command.argv, workspace, copy);
    const result = await runProcess(file, args, {
      cwd: command.cwd === '' ? copy.workspace : within(copy.workspace, command.cwd),
      env: replayEnvironment(process.env, copy),
      inheritEnv: false,
      timeoutMs: timeoutSeconds * 1000,
      signal,
    });
    return { result, key: await keyOfOutput(result, command, copy.workspace) };
  } finally {
    await copy.remove();
  }
}

/** Paths into the workspace become paths into the copy. */
const moved = (argv: readonly string[], workspace: string, copy: ScratchCopy): string[] =>
  argv.map((word) => (word === workspace ? copy.workspace : word.replaceAll(`${workspace}/`, `${copy.workspace}/`)));

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
