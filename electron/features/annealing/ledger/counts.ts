import type { Database } from '../../../kernel/database.ts';

/** Counts of keys since their last success, by whose success takes them back. */
export interface Counts {
  /** Counts one more; `recent` are at most `keep` of the newest times of the key, over all subjects, newest first. */
  add(key: string, subject: string, at: number, keep: number): { count: number; recent: number[] };
  of(key: string): number;
  all(): Record<string, number>;
  /** Takes back what this subject counted. Returns the keys that it touched. */
  reset(subject: string): string[];
  /** Takes back what anybody counted. */
  forget(key: string): void;
  /** What another program counted beside us. */
  adopt(key: string, more: number): void;
}

/** The subject of errors whose success nobody tells of. */
export const NOBODY = '';

export function createCounts(database: Database): Counts {
  const of = (key: string): number =>
    database.get<{ count: number | null }>('SELECT sum(count) AS count FROM error_counts WHERE error_key = ?', key)?.count ?? 0;
  return {
    add(key, subject, at, keep) {
      const rows = database.all<{ subject: string; recent: string }>(
        'SELECT subject, recent FROM error_counts WHERE error_key = ?',
        key,
      );
      const times = (text: string | undefined): number[] => (text === undefined ? [] : (JSON.parse(text) as number[]));
      const own = newest([...times(rows.find((row) => row.subject === subject)?.recent), at], keep);
      database.run(
        `INSERT INTO error_counts (error_key, subject, count, recent) VALUES (?, ?, 1, ?)
         ON CONFLICT DO UPDATE SET count = count + 1, recent = excluded.recent`,
        key,
        subject,
        JSON.stringify(own),
      );
      const others = rows.flatMap((row) => (row.subject === subject ? [] : times(row.recent)));
      return { count: of(key), recent: newest([...own, ...others], keep) };
    },
    of,
    all: () =>
      Object.fromEntries(
        database
          .all<{ error_key: string; count: number }>(
            'SELECT error_key, sum(count) AS count FROM error_counts GROUP BY error_key ORDER BY error_key',
          )
          .map(({ error_key, count }) => [error_key, count]),
      ),
    reset(subject) {
      const keys = database.all<{ error_key: string }>('SELECT error_key FROM error_counts WHERE subject = ?', subject);
      if (keys.length > 0) database.run('DELETE FROM error_counts WHERE subject = ?', subject);
      return keys.map(({ error_key }) => error_key);
    },
    forget: (key) => void database.run('DELETE FROM error_counts WHERE error_key = ?', key),
    adopt: (key, more) =>
      void database.run(
        `INSERT INTO error_counts (error_key, subject, count, recent) VALUES (?, ?, ?, '[]')
         ON CONFLICT DO UPDATE SET count = count + excluded.count`,
        key,
        NOBODY,
        more,
      ),
  };
}

const newest = (times: readonly number[], keep: number): number[] => [...times].sort((a, b) => b - a).slice(0, keep);
