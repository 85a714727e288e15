import type { VerifyCommand } from '../../../../shared/model/settings.ts';
import type { Verification } from '../../../../shared/model/updates.ts';
import { within } from '../../../kernel/paths.ts';
import type { CommandRunner } from '../../../kernel/ports/command-runner.ts';
import type { FileWorkers } from '../apply/file-workers.ts';
import type { JournalRow } from '../ledger/releases.ts';

export interface VerifyContext {
  workspace: string;
  workers: FileWorkers;
  runCommand: CommandRunner;
  signal: AbortSignal;
}

/** Reads every file of the set back from disk, then runs the workspace's own commands until one fails. */
export async function verifyRelease(
  context: VerifyContext,
  rows: readonly JournalRow[],
  commands: readonly VerifyCommand[],
): Promise<Verification[]> {
  const verifications = [await verifyContents(context, rows)];
  for (const { run, timeoutSeconds } of commands) {
    if (verifications.at(-1)?.passed === false) break;
    const { ok, output, durationMs } = await context.runCommand(run, {
      cwd: context.workspace,
      timeoutMs: timeoutSeconds * 1000,
      signal: context.signal,
    });
    verifications.push({ name: run, passed: ok, durationMs, output });
  }
  return verifications;
}

async function verifyContents({ workspace, workers }: VerifyContext, rows: readonly JournalRow[]): Promise<Verification> {
  const began = performance.now();
  const hashes = await workers.run(
    'hash',
    rows.map((row) => within(workspace, row.path)),
  );
  const wrong = rows.filter((row, index) => hashes[index] !== row.after_hash).map((row) => row.path);
  const output = wrong.length === 0 ? '' : `not as applied: ${wrong.join(', ')}`;
  return { name: 'contents', passed: wrong.length === 0, durationMs: performance.now() - began, output };
}
