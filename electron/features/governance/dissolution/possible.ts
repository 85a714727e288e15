import { lstatSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../../kernel/errors.ts';
import { within } from '../../../kernel/paths.ts';
import { isKept } from './kept-logs.ts';
import type { DissolutionPlan } from './plan.ts';
import { measure } from './what-goes.ts';
import { writersBelow } from './writers.ts';

/** For the journal, the log and folders, beside the copy itself. */
const SPARE_BYTES = 1 << 20;

/** What an approval must not be used up for. @throws AppError `disk-full`, `locked` */
export function assertPossible(workspace: string, plan: DissolutionPlan): void {
  assertNotWritten(within(workspace, plan.structure), plan);
  const { bavail, bsize } = statfsSync(existingAbove(within(workspace, plan.archivePath)));
  const { bytes } = measure(plan.entries);
  if (bavail * bsize < bytes + SPARE_BYTES)
    throw new AppError('disk-full', `The archive needs ${bytes} bytes, and the disk has ${bavail * bsize}: nothing was begun.`);
}

/** Why it could not be done at this moment; null when it could. */
export function obstacleTo(workspace: string, plan: DissolutionPlan): string | null {
  try {
    assertPossible(workspace, plan);
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}

function existingAbove(path: string): string {
  for (let folder = path; ; folder = dirname(folder))
    if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return folder;
}

/** @throws AppError `locked` */
export function assertNotWritten(folder: string, { structure, handover, logs }: DissolutionPlan): void {
  const writer = writersBelow(folder).find(({ path }) => handover === null || !isKept(path, logs));
  if (writer === undefined) return;
  const what = `${structure}/${writer.path} is open for writing (process ${writer.pid}): what it writes would be lost.`;
  throw new AppError('locked', what);
}
