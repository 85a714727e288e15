import type { ArchivePage, ArchiveVersion } from '../../../../shared/model/updates.ts';
import type { Database } from '../../../kernel/database.ts';
import { releaseId } from '../ledger/release-id.ts';

/** One archived content. `archive_path` is relative to the workspace, POSIX separators. */
export interface ArchiveRow {
  id: number;
  key: string;
  path: string;
  hash: string;
  mode: number;
  size: number;
  archived_at: number;
  archive_path: string;
  release: number | null;
}

/** What the archive holds, by path and by content. The bytes are plain files; this only says which is which. */
export interface ArchiveIndex {
  add(row: Omit<ArchiveRow, 'id'>): number;
  get(id: number): ArchiveRow | null;
  /** Copies of one content, newest first. */
  withHash(hash: string): ArchiveRow[];
  /** Case-insensitive search in paths; an empty query lists everything. Newest first. */
  search(query: string, offset: number, limit: number): ArchivePage;
  all(): IterableIterator<ArchiveRow>;
  /** Copies that a release made. */
  ofRelease(release: number): ArchiveRow[];
  remove(id: number): void;
  hasPath(archivePath: string): boolean;
}

// Copies of a release that has not finished are not yet proven: nobody is offered them.
const PROVEN = `(release IS NULL OR release NOT IN (SELECT number FROM releases WHERE status = 'APPLYING'))`;

export function createArchiveIndex(database: Database): ArchiveIndex {
  return {
    add: ({ key, path, hash, mode, size, archived_at, archive_path, release }) =>
      database.run(
        'INSERT INTO archive (key, path, hash, mode, size, archived_at, archive_path, release) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        key,
        path,
        hash,
        mode,
        size,
        archived_at,
        archive_path,
        release,
      ).lastId,
    get: (id) => database.get<ArchiveRow>('SELECT * FROM archive WHERE id = ?', id) ?? null,
    withHash: (hash) => database.all<ArchiveRow>('SELECT * FROM archive WHERE hash = ? ORDER BY archived_at DESC, id DESC', hash),
    search(query, offset, limit) {
      const pattern = `%${query.normalize('NFC').replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
      const where = String.raw`WHERE key LIKE ? ESCAPE '\' AND ${PROVEN}`;
      const rows = database.all<ArchiveRow>(
        `SELECT * FROM archive ${where} ORDER BY archived_at DESC, id DESC LIMIT ? OFFSET ?`,
        pattern,
        limit,
        offset,
      );
      const total = database.get<{ n: number }>(`SELECT count(*) AS n FROM archive ${where}`, pattern)?.n ?? 0;
      return { versions: rows.map(toVersion), total };
    },
    all: () => database.iterate<ArchiveRow>(`SELECT * FROM archive WHERE ${PROVEN} ORDER BY key, archived_at DESC, id DESC`),
    ofRelease: (release) => database.all<ArchiveRow>('SELECT * FROM archive WHERE release = ?', release),
    remove(id) {
      database.run('DELETE FROM archive WHERE id = ?', id);
    },
    hasPath: (archivePath) => database.get('SELECT 1 FROM archive WHERE archive_path = ?', archivePath) !== undefined,
  };
}

/** The row as doors see it. */
export const toVersion = (row: ArchiveRow): ArchiveVersion => ({
  id: row.id,
  path: row.path,
  hash: row.hash,
  size: row.size,
  archivedAt: row.archived_at,
  archivePath: row.archive_path,
  release: row.release === null ? null : releaseId(row.release),
});
