import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';

export interface Sample {
  /** Epoch milliseconds. */
  at: number;
  value: number;
}

/** Measurements over time, thinned with age: as measured for a day, minutes for a month, hours for a year, days for good. */
export interface Samples {
  /** One transaction for all of them. */
  add(values: ReadonlyMap<string, number>): void;
  /** Since a moment, oldest first, in whatever grain there is. */
  since(name: string, at: number): Sample[];
  /** Means of spans of that many milliseconds since a moment, by the number of the span. */
  means(name: string, at: number, span: number): Map<number, number>;
  /** Means of whole days on which there was anything (today is none yet), oldest first, at most `limit`. */
  days(name: string, limit: number): number[];
  /** Thins what has become old. */
  thin(): void;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Each grain is made of the one before it once it is older than that one's time. */
const GRAINS = [
  { from: 0, to: 1, span: MINUTE, keep: DAY },
  { from: 1, to: 2, span: HOUR, keep: 30 * DAY },
  { from: 2, to: 3, span: DAY, keep: 365 * DAY },
] as const;

/** Rows in the database. */
export function createSamples(database: Database, clock: Pick<Clock, 'now'>): Samples {
  const ids = new Map<string, number>();
  /** 0, which is nobody's, where nothing of that name was ever measured: to read is not to write. */
  const idOf = (name: string): number => {
    const known = ids.get(name) ?? database.get<{ id: number }>('SELECT id FROM healing_names WHERE name = ?', name)?.id;
    if (known !== undefined) ids.set(name, known);
    return known ?? 0;
  };
  const madeId = (name: string): number => {
    if (idOf(name) === 0) database.run('INSERT OR IGNORE INTO healing_names (name) VALUES (?)', name);
    return idOf(name);
  };
  return {
    add(values) {
      const at = clock.now();
      const sql = 'INSERT OR REPLACE INTO healing_samples (name, grain, at, value, highest) VALUES (?, 0, ?, ?, ?)';
      database.transaction(() => values.forEach((value, name) => void database.run(sql, madeId(name), at, value, value)));
    },
    since: (name, at) =>
      database.all<Sample>('SELECT at, value FROM healing_samples WHERE name = ? AND at >= ? ORDER BY at', idOf(name), at),
    means(name, at, span) {
      // What is thinned counts as much as what is not: the grains meet within one span at most.
      const sql = `SELECT at / CAST(? AS INTEGER) AS slot, avg(value) AS value FROM healing_samples
        WHERE name = ? AND at >= ? GROUP BY slot`;
      const rows = database.all<{ slot: number; value: number }>(sql, span, idOf(name), at);
      return new Map(rows.map(({ slot, value }) => [slot, value]));
    },
    days(name, limit) {
      const today = Math.floor(clock.now() / DAY);
      const sql = `SELECT avg(value) AS value FROM healing_samples
        WHERE name = ? AND at >= ? AND at < ? GROUP BY at / ${DAY} ORDER BY at / ${DAY} DESC LIMIT ?`;
      // A margin for days on which the machine was off.
      const from = (today - limit * 3) * DAY;
      const rows = database.all<{ value: number }>(sql, idOf(name), from, today * DAY, limit);
      return rows.map(({ value }) => value).toReversed();
    },
    thin() {
      database.transaction(() => {
        for (const { from, to, span, keep } of GRAINS) {
          const before = Math.floor((clock.now() - keep) / span) * span;
          if (database.get('SELECT 1 FROM healing_samples WHERE grain = ? AND at < ? LIMIT 1', from, before) === undefined)
            continue;
          const sql = `INSERT OR REPLACE INTO healing_samples (name, grain, at, value, highest)
            SELECT name, ${to}, at / ${span} * ${span}, avg(value), max(highest) FROM healing_samples
            WHERE grain = ${from} AND at < ? GROUP BY name, at / ${span}`;
          database.run(sql, before);
          database.run('DELETE FROM healing_samples WHERE grain = ? AND at < ?', from, before);
        }
      });
    },
  };
}
