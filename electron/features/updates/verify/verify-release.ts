import type { VerifyCommand } from '../../../../shared/model/settings.ts';
import type { Verification } from '../../../../shared/model/updates.ts';
import { AppError } from '../../../kernel/errors.ts';
import { assertRealFolders, within } from '../../../kernel/paths.ts';
import type { EnvironmentProof } from '../../../kernel/ports/environment-proof.ts';
import type { CommandRunner } from '../../../kernel/ports/command-runner.ts';
import type { FileWorkers } from '../apply/file-workers.ts';
import type { JournalRow } from '../ledger/releases.ts';

export interface VerifyContext {
  workspace: string;
  workers: FileWorkers;
  runCommand: CommandRunner;
  signal: AbortSignal;
  /** Looks at the environment that the set leaves behind; null where that is not asked for. */
  environment: EnvironmentProof | null;
}

/**
 * Reads every file of the set back from disk, then runs the workspace's own commands until one fails, and looks again: a
 * command may have changed what it judged.
 * @throws AppError `cancelled` when Nightguard is ended meanwhile: that is no judgement
 */
export async function verifyRelease(
  context: VerifyContext,
  rows: readonly JournalRow[],
  commands: readonly VerifyCommand[],
): Promise<Verification[]> {
  const verifications = [await verifyContents(context, rows, 'contents')];
  if (verifications[0]?.passed === true) verifications.push(...(await verifyEnvironment(context)));
  for (const { run, timeoutSeconds } of commands) {
    if (verifications.at(-1)?.passed === false) return verifications;
    const options = { cwd: context.workspace, timeoutMs: timeoutSeconds * 1000, signal: context.signal };
    const { ok, output, durationMs } = await context.runCommand(run, options);
    if (context.signal.aborted) throw new AppError('cancelled', 'Nightguard was ended while it verified.');
    verifications.push({ name: run, passed: ok, durationMs, output });
  }
  if (commands.length > 0 && verifications.at(-1)?.passed === true) {
    verifications.push(await verifyContents(context, rows, 'contents after the commands'));
  }
  return verifications;
}

async function verifyEnvironment({ environment, signal }: VerifyContext): Promise<Verification[]> {
  const verdict = (await environment?.after(signal)) ?? null;
  if (verdict === null) return [];
  return [{ name: 'environment', passed: verdict.ok, durationMs: verdict.durationMs, output: verdict.detail }];
}

async function verifyContents(
  { workspace, workers }: VerifyContext,
  rows: readonly JournalRow[],
  name: string,
): Promise<Verification> {
  const began = performance.now();
  const known = new Set<string>();
  for (const row of rows) assertRealFolders(workspace, row.path, known);
  const hashes = await workers.run(
    'hash',
    rows.map((row) => within(workspace, row.path)),
  );
  const wrong = rows.filter((row, index) => hashes[index] !== row.after_hash).map((row) => row.path);
  const output = wrong.length === 0 ? '' : `not as applied: ${wrong.join(', ')}`;
  return { name, passed: wrong.length === 0, durationMs: performance.now() - began, output };
}
