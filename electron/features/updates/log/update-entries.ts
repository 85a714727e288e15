import type { UpdateEntry } from '../../../../shared/model/updates.ts';
import { localIso } from '../../../kernel/local-time.ts';
import type { ArchiveIndex } from '../archive/archive-index.ts';
import type { Hold } from '../ledger/holds.ts';
import { releaseId } from '../ledger/release-id.ts';
import type { EndedRelease } from '../ledger/releases.ts';

/** The entries of update_log.json that one ended release stands for. */
export function entriesOfRelease(release: EndedRelease, archive: ArchiveIndex): UpdateEntry[] {
  const timestamp = localIso(release.finished_at);
  const status = release.status;
  return release.rows.map((row) => ({
    type: row.type,
    relative_path: row.path,
    ...(row.after_hash === null ? {} : { drive_hash: row.after_hash }),
    ...(row.before_hash === null ? {} : { local_hash: row.before_hash }),
    ...archivePathOf(row.archive_id, archive),
    timestamp,
    status,
    ...(status === 'SUCCESS' || release.reason === null ? {} : { error: release.reason }),
    release: releaseId(release.number),
  }));
}

function archivePathOf(id: number | null, archive: ArchiveIndex): { archive_path?: string } {
  const copy = id === null ? null : archive.get(id);
  return copy === null ? {} : { archive_path: copy.archive_path };
}

/** The entry of a file that began to be held. */
export function entryOfHold(hold: Hold, now: number): UpdateEntry {
  return {
    type: typeOfHold(hold),
    relative_path: hold.path,
    ...(hold.sourceHash === null ? {} : { drive_hash: hold.sourceHash }),
    ...(hold.localHash === null ? {} : { local_hash: hold.localHash }),
    timestamp: localIso(now),
    status: 'HELD',
    error: hold.detail === '' ? hold.reason : `${hold.reason}: ${hold.detail}`,
  };
}

function typeOfHold({ sourceHash, localHash }: Hold): UpdateEntry['type'] {
  if (sourceHash === null) return 'DELETED';
  return localHash === null ? 'NEW' : 'MODIFIED';
}
