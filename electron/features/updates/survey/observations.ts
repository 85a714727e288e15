import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { FileStamp } from '../../../kernel/hash.ts';
import { parentKey } from '../../../kernel/names.ts';

export type Root = 'source' | 'local';
export interface BaseEntry {
  hash: string;
  /** Core removed it and that was accepted: it is not missed any more. */
  gone: boolean;
}
export interface CachedHash extends FileStamp {
  hash: string;
}
export interface HashedFile extends CachedHash {
  path: string;
}

/** What earlier surveys saw: the common ancestors and the hashes of files that have not changed since. */
export interface Observations {
  /** Nothing was ever hashed here. */
  isNew(): boolean;
  base(folder: string): Map<string, BaseEntry>;
  /** Everything remembered of one root, by path: for full surveys. */
  cachedAll(root: Root): ReadonlyMap<string, CachedHash>;
  cached(root: Root, path: string): CachedHash | undefined;
  /** Whether anything below this folder of Core was ever seen. */
  knowsFolder(key: string, path: string): boolean;
  remember(root: Root, files: readonly HashedFile[]): void;
  forget(root: Root, paths: readonly string[]): void;
  agree(entries: readonly { key: string; hash: string }[]): void;
  /** Folders that hold archived files, whatever the setting says today. One inside another may be left out. */
  archiveFolders(): string[];
  close(): void;
}

type CacheRow = [path: string, ino: bigint, size: bigint, mtimeNs: bigint, ctimeNs: bigint, hash: string];

const BUSY_TIMEOUT_MS = 5000;
/** Few enough that the main process never waits noticeably for this connection's write. */
const ROWS_PER_TRANSACTION = 1000;
const CACHE_COLUMNS = 'path, ino, size, mtime_ns, ctime_ns, hash';

/**
 * The cache as this thread last had it, for the few seconds that the thread lives on after a survey. Never stale: that a file
 * with this stamp has this hash stays true whatever another process writes. (The base is read again each time: it is a decision.)
 */
const memory = new Map<string, Map<string, CachedHash>>();

/**
 * The survey's own connection to a database that exists and is up to date.
 * NORMAL, not FULL: all that it writes can be seen again, so a power cut may take the last of it, never damage it.
 */
export function openObservations(databasePath: string): Observations {
  const connection = new DatabaseSync(databasePath, { timeout: BUSY_TIMEOUT_MS });
  connection.exec('PRAGMA synchronous = NORMAL');
  const one = bigRows(connection.prepare(`SELECT ${CACHE_COLUMNS} FROM stat_cache WHERE root = ? AND path = ?`));
  const write = <T>(sql: string, items: readonly T[], run: (statement: StatementSync, item: T) => void): void =>
    inTransactions(connection, connection.prepare(sql), items, run);
  return {
    isNew: () => connection.prepare('SELECT 1 FROM stat_cache LIMIT 1').get() === undefined,
    base(folder) {
      const [where, ...range] = below('key', folder);
      const statement = connection.prepare(`SELECT key, hash, gone FROM base WHERE ${where}`);
      statement.setReturnArrays(true);
      const rows = statement.all(...range) as unknown as [key: string, hash: string, gone: number][];
      return new Map(rows.map(([key, hash, gone]) => [key, { hash, gone: gone !== 0 }]));
    },
    cachedAll(root) {
      const known = memory.get(`${root}:${databasePath}`);
      if (known !== undefined) return known;
      const rows = bigRows(connection.prepare(`SELECT ${CACHE_COLUMNS} FROM stat_cache WHERE root = ?`)).all(
        root,
      ) as unknown as CacheRow[];
      const all = new Map(rows.map((row) => [row[0], cachedOf(row)]));
      memory.set(`${root}:${databasePath}`, all);
      return all;
    },
    cached(root, path) {
      const row = one.get(root, path) as unknown as CacheRow | undefined;
      return row === undefined ? undefined : cachedOf(row);
    },
    knowsFolder(key, path) {
      const [ofKey, ...keys] = below('key', key);
      const [ofPath, ...paths] = below('path', path);
      const sql = `SELECT EXISTS (SELECT 1 FROM base WHERE ${ofKey}) OR EXISTS (SELECT 1 FROM stat_cache WHERE root = 'source' AND ${ofPath}) AS known`;
      return connection.prepare(sql).get(...keys, ...paths)?.['known'] === 1;
    },
    remember(root, files) {
      const sql = `INSERT OR REPLACE INTO stat_cache (root, ${CACHE_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)`;
      // In the order of the table: neighbours share pages, which halves the time.
      const ordered = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
      write(sql, ordered, (statement, file) =>
        statement.run(root, file.path, file.ino, file.size, file.mtimeNs, file.ctimeNs, file.hash),
      );
      const known = memory.get(`${root}:${databasePath}`);
      for (const file of files) known?.set(file.path, file);
    },
    forget(root, paths) {
      write('DELETE FROM stat_cache WHERE root = ? AND path = ?', paths, (statement, path) => statement.run(root, path));
      const known = memory.get(`${root}:${databasePath}`);
      for (const path of paths) known?.delete(path);
    },
    agree(entries) {
      const ordered = entries.toSorted((a, b) => (a.key < b.key ? -1 : 1));
      const sql = 'INSERT OR REPLACE INTO base (key, hash, gone) VALUES (?, ?, 0)';
      write(sql, ordered, (statement, entry) => statement.run(entry.key, entry.hash));
    },
    archiveFolders: () => archiveFoldersOf(connection),
    close: () => connection.close(),
  };
}

/** From folder to folder through the index: as cheap as there are few folders, however many files they hold. */
function archiveFoldersOf(connection: DatabaseSync): string[] {
  const next = connection.prepare('SELECT min(archive_path) AS path FROM archive WHERE archive_path >= ?');
  const folders: string[] = [];
  for (let from = ''; ;) {
    const path = next.get(from)?.['path'];
    if (typeof path !== 'string') return folders;
    const folder = parentKey(path);
    if (folder !== '') folders.push(folder);
    // `0` is the character after `/`.
    from = folder === '' ? `${path}\0` : `${folder}0`;
  }
}

function bigRows(statement: StatementSync): StatementSync {
  statement.setReadBigInts(true);
  statement.setReturnArrays(true);
  return statement;
}

const cachedOf = ([, ino, size, mtimeNs, ctimeNs, hash]: CacheRow): CachedHash => ({ ino, size, mtimeNs, ctimeNs, hash });

/** A range over an index: `0` is the character after `/`. */
const below = (column: string, folder: string): [where: string, ...range: string[]] =>
  folder === '' ? ['1 = 1'] : [`${column} > ? AND ${column} < ?`, `${folder}/`, `${folder}0`];

function inTransactions<T>(
  connection: DatabaseSync,
  statement: StatementSync,
  items: readonly T[],
  run: (statement: StatementSync, item: T) => void,
): void {
  for (let start = 0; start < items.length; start += ROWS_PER_TRANSACTION) {
    connection.exec('BEGIN IMMEDIATE');
    try {
      for (const item of items.slice(start, start + ROWS_PER_TRANSACTION)) run(statement, item);
      connection.exec('COMMIT');
    } catch (error) {
      if (connection.isTransaction) connection.exec('ROLLBACK');
      throw error;
    }
  }
}
