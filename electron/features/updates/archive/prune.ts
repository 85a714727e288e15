import { createHash } from 'node:crypto';
import { lstatSync, rmSync } from 'node:fs';
import type { Retention } from '../../../../shared/model/settings.ts';
import type { PrunePreview, Trigger } from '../../../../shared/model/updates.ts';
import { beginAct } from '../../../kernel/begin-act.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import { AppError } from '../../../kernel/errors.ts';
import { within } from '../../../kernel/paths.ts';
import type { Audit } from '../../../kernel/ports/audit.ts';
import type { Gate } from '../../../kernel/ports/gate.ts';
import { toVersion, type ArchiveIndex, type ArchiveRow } from './archive-index.ts';
import { planPrune } from './prune-plan.ts';

export interface PruneContext {
  workspace: string;
  archive: ArchiveIndex;
  database: Database;
  clock: Clock;
  audit: Audit;
  gate: Gate;
}

/**
 * What the policy would let go, oldest versions of each file. Changes nothing. Versions whose file is missing or has another
 * size are left to `verifyArchive`, which reads the bytes as well and tells of them.
 */
export function previewPrune({ workspace, archive, clock }: PruneContext, retention: Retention): PrunePreview {
  const rows = [...archive.all()];
  const remove = planPrune(rows, retention, clock.now(), (row) => isThere(workspace, row));
  const token = createHash('sha256')
    .update(remove.map((row) => row.id).join())
    .digest('hex');
  const bytes = remove.reduce((sum, row) => sum + row.size, 0);
  return { remove: remove.map(toVersion), keep: rows.length - remove.length, bytes, token };
}

/**
 * Removes what the preview listed. The entry goes before the file: a crash between them leaves a file too many, never an
 * entry without its bytes. The caller holds the workspace lock.
 * @throws AppError `stale-preview`, `denied`
 */
export function prune(context: PruneContext, retention: Retention, token: string | undefined, trigger: Trigger): PrunePreview {
  const preview = previewPrune(context, retention);
  if (token !== undefined && token !== preview.token) {
    throw new AppError(
      'stale-preview',
      'The archive has changed since the preview was made. Nothing was removed; look at the new preview.',
    );
  }
  if (preview.remove.length === 0) return preview;
  const paths = preview.remove.map((version) => version.archivePath);
  const act = { type: 'archive.prune', target: `${paths.length} archived versions`, actor: trigger, paths };
  const { judgement, intent } = beginAct(context, act);
  if (intent === null) throw new AppError('denied', judgement.reason);
  for (const version of preview.remove) {
    context.archive.remove(version.id);
    rmSync(within(context.workspace, version.archivePath), { force: true });
  }
  context.audit.outcome(intent, { result: 'done', reasons: [] });
  return preview;
}

function isThere(workspace: string, { archive_path, size }: ArchiveRow): boolean {
  const stat = lstatSync(within(workspace, archive_path), { throwIfNoEntry: false });
  return stat !== undefined && stat.isFile() && stat.size === size;
}
