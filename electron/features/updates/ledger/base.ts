import type { Database } from '../../../kernel/database.ts';

/** What Core and workspace last had in common, by key. */
export interface Base {
  get(key: string): string | null;
  set(key: string, hash: string | null): void;
  /** What an earlier system says that it applied; never stronger than what was seen. */
  suppose(key: string, hash: string): void;
  /** Core no longer has these, and that was accepted: they do not count as missing any more. */
  markGone(keys: readonly string[]): void;
  isGone(key: string): boolean;
  /** Files that Core is expected to have. */
  count(): number;
}

export function createBase(database: Database): Base {
  return {
    get: (key) => database.get<{ hash: string }>('SELECT hash FROM base WHERE key = ?', key)?.hash ?? null,
    set(key, hash) {
      if (hash === null) database.run('DELETE FROM base WHERE key = ?', key);
      else database.run('INSERT OR REPLACE INTO base (key, hash, gone) VALUES (?, ?, 0)', key, hash);
    },
    suppose(key, hash) {
      database.run('INSERT OR IGNORE INTO base (key, hash) VALUES (?, ?)', key, hash);
    },
    markGone(keys) {
      if (keys.length === 0) return;
      database.transaction(() => {
        for (const key of keys) database.run('UPDATE base SET gone = 1 WHERE key = ?', key);
      });
    },
    isGone: (key) => database.get('SELECT 1 FROM base WHERE key = ? AND gone = 1', key) !== undefined,
    count: () => database.get<{ n: number }>('SELECT count(*) AS n FROM base WHERE gone = 0')?.n ?? 0,
  };
}
