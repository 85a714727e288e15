import type { z } from 'zod';
import type { Database } from './database.ts';

/** A small fact with one value, kept in the database across restarts. */
export interface Fact<T> {
  get(): T | null;
  set(value: T | null): void;
}

/** A fact that does not fit its schema (written by another version, say) reads as unknown. */
export function createFact<T>(database: Database, name: string, schema: z.ZodType<T>): Fact<T> {
  return {
    get() {
      const row = database.get<{ value: string }>('SELECT value FROM facts WHERE name = ?', name);
      if (row === undefined) return null;
      const parsed = schema.safeParse(JSON.parse(row.value));
      return parsed.success ? parsed.data : null;
    },
    set(value) {
      if (value === null) database.run('DELETE FROM facts WHERE name = ?', name);
      else database.run('INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)', name, JSON.stringify(value));
    },
  };
}
