import { setImmediate as breathe } from 'node:timers/promises';
import type { z } from 'zod';
import type { Database } from '../../../kernel/database.ts';
import type { Stamp, Stamps } from './survey-workspace.ts';

/** What was read out of files, kept until they change: the work grows with what has changed. */
export interface FileFindings<T> {
  readonly all: ReadonlyMap<string, T>;
  /** Brings `all` in line with the files. Returns what has changed, and whether files came or went. */
  refresh(files: Stamps): Promise<{ changed: string[]; cameOrWent: boolean }>;
}

export interface FileFindingsOptions<T> {
  /** Of which duty; with the version of what is read, when that changes. */
  kind: string;
  database: Database;
  schema: z.ZodType<T>;
  read: (key: string) => Promise<T> | T;
  /** Epoch milliseconds by the clock that stamps files. */
  now: () => number;
}

/** A file that was written this shortly before it was read may have been written again within the same tick. Milliseconds. */
const SETTLED_MS = 2000;
const BREATH_MS = 10;

export function createFileFindings<T>({ kind, database, schema, read, now }: FileFindingsOptions<T>): FileFindings<T> {
  const all = new Map<string, T>();
  const stamps = new Map<string, Stamp>();
  let isLoaded = false;
  const load = (): void => {
    isLoaded = true;
    const rows = database.all<{ key: string; stamp: string; found: string }>(
      'SELECT key, stamp, found FROM healing_files WHERE kind = ?',
      kind,
    );
    for (const { key, stamp, found } of rows) {
      const parsed = schema.safeParse(JSON.parse(found));
      if (!parsed.success) continue;
      all.set(key, parsed.data);
      stamps.set(key, parseStamp(stamp));
    }
  };
  const store = (written: readonly string[], gone: readonly string[]): void => {
    if (written.length === 0 && gone.length === 0) return;
    database.transaction(() => {
      for (const key of gone) database.run('DELETE FROM healing_files WHERE kind = ? AND key = ?', kind, key);
      for (const key of written) {
        const stamp = stamps.get(key);
        const sql = 'INSERT OR REPLACE INTO healing_files (kind, key, stamp, found) VALUES (?, ?, ?, ?)';
        if (stamp !== undefined) database.run(sql, kind, key, writeStamp(stamp), JSON.stringify(all.get(key)));
      }
    });
  };
  return {
    all,
    async refresh(files) {
      if (!isLoaded) load();
      const changed: string[] = [];
      const settled: string[] = [];
      let [cameOrWent, turn] = [false, performance.now()];
      for (const [key, stamp] of files) {
        const known = stamps.get(key);
        if (known !== undefined && isSame(known, stamp)) continue;
        cameOrWent ||= !all.has(key);
        const readAt = now();
        all.set(key, await read(key));
        changed.push(key);
        if (readAt - stamp.ctimeMs > SETTLED_MS) {
          stamps.set(key, stamp);
          settled.push(key);
        } else stamps.delete(key);
        if (performance.now() - turn > BREATH_MS) {
          await breathe();
          turn = performance.now();
        }
      }
      const gone = all.size === files.size ? [] : [...all.keys()].filter((key) => !files.has(key));
      for (const key of gone) {
        all.delete(key);
        stamps.delete(key);
      }
      store(settled, gone);
      return { changed, cameOrWent: cameOrWent || gone.length > 0 };
    },
  };
}

const isSame = (a: Stamp, b: Stamp): boolean =>
  a.size === b.size && a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs && a.ino === b.ino;

const writeStamp = ({ ino, size, mtimeMs, ctimeMs }: Stamp): string => [ino, size, mtimeMs, ctimeMs].join(' ');

function parseStamp(text: string): Stamp {
  const [ino = 0, size = -1, mtimeMs = 0, ctimeMs = 0] = text.split(' ').map(Number);
  return { ino, size, mtimeMs, ctimeMs };
}
