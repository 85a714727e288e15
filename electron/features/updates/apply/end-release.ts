import { rmSync } from 'node:fs';
import type { ReleaseKind, Verification } from '../../../../shared/model/updates.ts';
import { asAppError, messageOf } from '../../../kernel/errors.ts';
import { releaseId } from '../ledger/release-id.ts';
import type { JournalRow } from '../ledger/releases.ts';
import type { ApplyContext } from './context.ts';
import { removeEmptyFolders } from './folders.ts';
import { stagingFolderOf } from './journal.ts';
import { discardAll } from './settle.ts';
import type { Stamps } from './steps.ts';
import { takeBack } from './take-back-release.ts';

/** A release whose journal is open. */
export interface OpenRelease {
  number: number;
  kind: ReleaseKind;
  intent: number;
}

export type Ending =
  | { outcome: 'applied'; release: string }
  /**
   * `failed`: taken back before the set was complete; `rolled-back`: complete, but found wanting;
   * `unfinished`: not even taking back was possible, and the next act tries again before it begins.
   */
  | { outcome: 'failed' | 'rolled-back' | 'unfinished'; release: string; reason: string };

/**
 * Ends a set that is completely in place: it stands when every verification passes, else it goes.
 * @throws AppError `cancelled` when Nightguard is ended meanwhile: the next start verifies again
 */
export async function verifyAndEnd(
  context: ApplyContext,
  release: OpenRelease,
  rows: readonly JournalRow[],
  stamps: Stamps | null,
): Promise<Ending> {
  const fault = await findFault(context, release, rows);
  if (fault !== null) return undoRelease(context, release, rows, { live: true, reason: fault });
  context.database.transaction(() => {
    context.releases.setStatus(release.number, 'SUCCESS', context.clock.now(), null);
    context.settlement.committed(release.number, rows);
    context.audit.outcome(release.intent, { result: 'done', reasons: [] });
  });
  await tidyUp(context, release.number, rows, stamps);
  return { outcome: 'applied', release: releaseId(release.number) };
}

/** Takes a set back, whatever it was interrupted at. */
export async function undoRelease(
  context: ApplyContext,
  release: OpenRelease,
  rows: readonly JournalRow[],
  { live, reason }: { live: boolean; reason: string },
): Promise<Ending> {
  const id = releaseId(release.number);
  try {
    const taken = await takeBack(context, release, rows, { live, reason });
    return { outcome: live ? 'rolled-back' : 'failed', release: id, reason: taken.reason };
  } catch (error) {
    const { message } = asAppError(error);
    return { outcome: 'unfinished', release: id, reason: `${reason} Taking it back could not be completed yet: ${message}` };
  }
}

/** Null when every verification passed, else why the set must go. What a crash interrupted while it was taken back is known already. */
async function findFault(context: ApplyContext, release: OpenRelease, rows: readonly JournalRow[]): Promise<string | null> {
  const known = faultOf(context.releases.verifications(release.number));
  if (known !== null) return known;
  try {
    const verifications = await context.verify(release.kind, rows);
    context.releases.saveVerifications(release.number, verifications);
    return faultOf(verifications);
  } catch (error) {
    const { code } = asAppError(error);
    if (code === 'cancelled' || code === 'disposed') throw error;
    return messageOf(error);
  }
}

/** The first failed verification with the last line that it printed. */
function faultOf(verifications: readonly Verification[]): string | null {
  const failed = verifications.find((one) => !one.passed);
  if (failed === undefined) return null;
  const lastLine = failed.output.trimEnd().split('\n').at(-1) ?? '';
  return lastLine === '' ? `${failed.name} failed.` : `${failed.name} failed: ${lastLine}`;
}

/** The set stands already: trouble here changes nothing about it, and the next act tidies up. */
async function tidyUp(context: ApplyContext, number: number, rows: readonly JournalRow[], stamps: Stamps | null): Promise<void> {
  try {
    await discardAll(context, number, rows, stamps);
    removeEmptyFolders(context.workspace, context.releases, number, 'emptied');
    rmSync(stagingFolderOf(context.workspace, number), { recursive: true, force: true });
  } catch (error) {
    context.log.write('warn', 'tidying up after a release is left to the next act', { release: number, error: messageOf(error) });
  }
}
