import type { ReleaseKind, Trigger } from '../../../../shared/model/updates.ts';
import { within } from '../../../kernel/paths.ts';
import { releaseId } from '../ledger/release-id.ts';
import type { JournalRow } from '../ledger/releases.ts';
import type { ApplyContext } from './context.ts';
import { prepare, slotFor, type Preparation, type ReleaseItem } from './prepare.ts';

/** A release whose journal is durable: from here on a crash is found and taken back. */
export interface JournalledRelease {
  number: number;
  id: string;
  intent: number;
  files: JournalledFile[];
  /** Absolute; gone when the release has ended. */
  stagingFolder: string;
}

export interface JournalledFile {
  preparation: Preparation;
  row: JournalRow;
  /** Absolute; `.new` and `.old` are added to it. */
  slot: string;
}

export interface ReleaseHeader {
  kind: ReleaseKind;
  /** For people: what a rollback goes back on, what a fix mends. */
  of: string | null;
  /** The releases that a rollback goes back on completely, newest first. */
  takesBack: readonly number[];
  trigger: Trigger;
  /** Folders that go with the last file in them. */
  empties: readonly string[];
  /** One sentence for the person who decides. */
  summary?: string;
}

/** Chooses every name and writes the whole set down, in one durable transaction. @throws AppError as `prepare` does */
export function writeJournal(
  context: ApplyContext,
  header: ReleaseHeader,
  items: readonly ReleaseItem[],
  intent: number,
): JournalledRelease {
  const { workspace, clock, archive, releases, database } = context;
  const now = clock.now();
  const isArchived = (path: string): boolean => archive.hasPath(path);
  const preparations = prepare(items, { workspace, archiveFolder: context.archiveFolder(), now, isArchived });
  let files: JournalledFile[] = [];
  const number = database.transaction(() => {
    const begun = releases.begin({ ...header, startedAt: now, intent }, (created) => {
      files = preparations.map((preparation, seq) => journalled(context, preparation, seq, created, now));
      return files.map((file) => file.row);
    });
    for (const { newFolders } of preparations) for (const folder of newFolders) releases.addFolder(begun, folder, 'made');
    for (const folder of header.empties) releases.addFolder(begun, folder, 'emptied');
    return begun;
  });
  return { number, id: releaseId(number), intent, files, stagingFolder: stagingFolderOf(workspace, number) };
}

export const stagingFolderOf = (workspace: string, number: number): string =>
  within(workspace, `.nightguard/staging/${releaseId(number)}`);

function journalled(context: ApplyContext, preparation: Preparation, seq: number, release: number, now: number): JournalledFile {
  const { item, target, beforeMode, beforeSize, afterMode, archivePath } = preparation;
  const { key, path, type, before, after } = item;
  const slot = slotFor(context.workspace, target, release, seq);
  const copy = { key, path, hash: before ?? '', mode: beforeMode ?? 0, size: beforeSize, archived_at: now, release };
  const row: JournalRow = {
    seq,
    key,
    path,
    type,
    before_hash: before,
    before_mode: beforeMode,
    after_hash: after?.hash ?? null,
    after_mode: afterMode,
    size: after?.size ?? null,
    slot,
    archive_id: archivePath === null ? null : context.archive.add({ ...copy, archive_path: archivePath }),
    base_before: item.baseBefore,
    base_after: item.baseAfter,
    rejects: item.rejects,
  };
  return { preparation, row, slot: within(context.workspace, slot) };
}
