import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Trigger } from '../../../../shared/model/updates.ts';
import { AppError } from '../../../kernel/errors.ts';
import { sha256 } from '../../../kernel/hash.ts';
import { within } from '../../../kernel/paths.ts';
import type { FileChange, FilesApplied, FileSet } from '../../../kernel/ports/apply-files.ts';
import { applyRelease } from '../apply/applier.ts';
import type { ApplyContext, OnProgress } from '../apply/context.ts';
import type { ReleaseItem } from '../apply/prepare.ts';
import type { Base } from '../ledger/base.ts';
import { isProtected } from '../survey/protected.ts';

export interface ApplyFilesContext {
  apply: ApplyContext;
  base: Base;
  archivePaths: readonly string[];
}

/**
 * Applies contents that were made here as a release of their own. For Core they are a change of this workspace: a later update of
 * the same file is a conflict that a person decides. The caller holds the lock.
 * @throws AppError `unsafe-path` for what no update may write either
 */
export async function applyFiles(
  context: ApplyFilesContext,
  { of, summary, files }: FileSet,
  trigger: Trigger,
  onProgress: OnProgress,
): Promise<FilesApplied> {
  for (const { path } of files)
    if (isProtected(path.normalize('NFC'), context.archivePaths))
      throw new AppError('unsafe-path', `${path} is never written by a fix.`);
  const folder = join(context.apply.workspace, '.nightguard', 'fixes', sha256(JSON.stringify(files)).slice(0, 16));
  mkdirSync(folder, { recursive: true });
  try {
    const items = files.map((file, index) => itemOf(context, file, join(folder, String(index))));
    const request = { kind: 'fix' as const, of, takesBack: [], trigger, empties: [], items, summary, onProgress };
    const result = await applyRelease(context.apply, request);
    switch (result.outcome) {
      case 'applied':
        return { outcome: 'applied', release: result.release };
      case 'refused':
        return { outcome: result.judgement.verdict === 'ask' ? 'held' : 'denied', reason: result.judgement.reason };
      case 'rolled-back':
        return { outcome: 'rolled-back', release: result.release, reason: result.reason };
      case 'failed':
      case 'unfinished':
        return { outcome: 'failed', release: result.release, reason: result.reason };
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function itemOf({ apply, base }: ApplyFilesContext, { path, beforeHash, text }: FileChange, from: string): ReleaseItem {
  const bytes = Buffer.from(text, 'utf8');
  writeFileSync(from, bytes, { mode: 0o600 });
  const key = path.normalize('NFC');
  // Not even looked at before it is known to lie inside.
  within(apply.workspace, path);
  const known = base.get(key);
  return {
    key,
    path,
    type: 'MODIFIED',
    before: beforeHash,
    after: { from, hash: sha256(bytes), size: bytes.byteLength, mode: 0 },
    baseBefore: known,
    baseAfter: known,
    rejects: [],
  };
}
