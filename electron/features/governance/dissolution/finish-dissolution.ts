import { within } from '../../../kernel/paths.ts';
import type { Journalled } from './journal.ts';
import { isKept } from './kept-logs.ts';
import { removeStructure } from './remove-structure.ts';
import type { DissolutionEffects, DissolutionOutcome } from './effects.ts';
import { SUMMARY_NAME } from './summary.ts';
import { entryAt } from './survey.ts';
import { measure } from './what-goes.ts';

/**
 * The archive is whole from here on: there is only forward. Each step finds what an earlier run has done of it.
 * @throws AppError `hash-mismatch` when the archive does not hold what would be removed
 */
export async function finishDissolution(begun: Journalled, effects: DissolutionEffects): Promise<DissolutionOutcome> {
  const { plan, id, intent } = begun;
  const { workspace, journal, audit, clock, database, onProgress } = effects;
  const handedOver = await effects.handOver(id, plan);
  const archive = within(workspace, plan.archivePath);
  const left = await removeStructure({
    workspace,
    structure: plan.structure,
    archive,
    entries: [...plan.entries, entryAt(archive, SUMMARY_NAME)],
    stays: (path) => plan.handover !== null && isKept(path, plan.logs),
    onCount: (done, total) => onProgress?.({ phase: 'applying', done, total }),
  });
  journal.advance(id, 'recording');
  const { files, folders, bytes } = measure(plan.entries);
  const reasons = [
    `dissolution: ${plan.reason}`,
    `archive: ${plan.archivePath}`,
    `files: ${files}, folders: ${folders}, bytes: ${bytes}`,
    `sha256: ${plan.contentHash}`,
    ...handedOver,
    ...plan.kept.map((path) => `kept: ${path}`),
    ...left.map((path) => `left in place: ${path}`),
  ];
  // The log's entry for this act is the dissolution-execution; an entry of a transaction that a crash has undone is found by its act.
  database.transaction(() => {
    journal.finish(id, 'done', clock.now(), left.length === 0 ? null : left.join('\n'));
    audit.outcome(intent, { result: 'done', reasons });
  });
  return { outcome: 'dissolved', archivePath: plan.archivePath, left };
}
