import { createHash } from 'node:crypto';
import { readdir, readFile, lstat } from 'node:fs/promises';
import { z } from 'zod';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import { errnoOf } from '../../../kernel/errors.ts';
import { parseLocalIso } from '../../../kernel/local-time.ts';
import { assertRealFolders, within } from '../../../kernel/paths.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import { bounded, type ParsedError } from '../parse/parsed-error.ts';
import { lastError } from '../parse/parse-output.ts';

/** An error that a program dropped as a file. */
export interface Drop {
  error: ParsedError;
  at: number;
  context: Record<string, string>;
}

export interface DropPorts {
  workspace: string;
  /** Relative to the workspace. */
  folder: string;
  database: Database;
  clock: Clock;
  log: Log;
  /** Must be called inside the transaction that notes the file as read. */
  record: (drop: Drop) => void;
}

const dropSchema = z.looseObject({
  script: z.string().optional(),
  error_type: z.string().min(1),
  message: z.string().optional(),
  error_message: z.string().optional(),
  traceback: z.union([z.string(), z.array(z.string())]).optional(),
  timestamp: z.union([z.string(), z.number()]).optional(),
});

const NAME = /^error_.+\.json$/;
const MAX_BYTES = 1_000_000;
/** A file that does not parse may still be written; one that did not change for this long is broken. Milliseconds. */
const BROKEN_AFTER_MS = 10_000;

/** Reads dropped files, each once. They stay where they are. */
export function createDropReader({ workspace, folder, database, clock, log, record }: DropPorts): { look(): Promise<number> } {
  const seen = new Map<string, string>();

  const read = async (name: string): Promise<boolean> => {
    const path = within(workspace, `${folder}/${name}`);
    const info = await lstat(path);
    const stamp = `${info.ino}:${info.size}:${info.mtimeMs}`;
    if (!info.isFile() || seen.get(name) === stamp) return false;
    if (info.size > MAX_BYTES) return tellOnce(name, stamp, 'larger than 1 MB');
    const bytes = await readFile(path);
    const drop = readDrop(bytes, info.mtimeMs, clock.now());
    if (drop === null)
      return clock.now() - info.mtimeMs > BROKEN_AFTER_MS ? tellOnce(name, stamp, 'not an error in JSON') : false;
    seen.set(name, stamp);
    const hash = createHash('sha256').update(`${name}\n`).update(bytes).digest('hex');
    return database.transaction(() => {
      if (database.run('INSERT OR IGNORE INTO error_drops (hash, read_at) VALUES (?, ?)', hash, clock.now()).changes === 0)
        return false;
      record(drop);
      return true;
    });
  };

  const tellOnce = (name: string, stamp: string, reason: string): boolean => {
    seen.set(name, stamp);
    log.write('warn', 'a dropped error could not be read', { name, reason });
    return false;
  };

  return {
    async look() {
      assertRealFolders(workspace, `${folder}/x`, new Set());
      const names = await readdir(within(workspace, folder)).catch((error: unknown) => {
        if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '')) return [];
        throw error;
      });
      let count = 0;
      for (const name of names.filter((one) => NAME.test(one)).sort()) {
        // One that vanished meanwhile was somebody's to take away.
        if (await read(name).catch((error: unknown) => notThere(error))) count += 1;
      }
      return count;
    },
  };
}

function notThere(error: unknown): boolean {
  if (errnoOf(error) === 'ENOENT') return false;
  throw error;
}

/** Null when it is none, or not yet. Pure. */
export function readDrop(bytes: Uint8Array, writtenAt: number, now: number): Drop | null {
  const parsed = dropSchema.safeParse(jsonOf(bytes));
  if (!parsed.success) return null;
  const { script, error_type, message, error_message, traceback, timestamp } = parsed.data;
  const text = Array.isArray(traceback) ? traceback.join('') : (traceback ?? '');
  const read = lastError(text);
  const said = message ?? error_message ?? read?.message ?? '';
  const frames =
    read?.frames ??
    (script === undefined ? [] : [{ file: script, line: null, column: null, endColumn: null, function: '', code: null }]);
  const error: ParsedError = {
    ...bounded({ type: error_type, message: said, code: read?.code ?? null, frames }),
    language: read?.language ?? (script?.endsWith('.py') === true ? 'python' : 'other'),
    links: read?.links ?? [],
  };
  return {
    error,
    at: Math.min(now, timeOf(timestamp) ?? Math.floor(writtenAt)),
    context: script === undefined ? {} : { script },
  };
}

function timeOf(value: string | number | undefined): number | null {
  if (value === undefined) return null;
  if (typeof value === 'number') return value > 0 ? Math.round(value > 1e11 ? value : value * 1000) : null;
  const zoned = Date.parse(value);
  return parseLocalIso(value) ?? (Number.isNaN(zoned) ? null : zoned);
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    // Half a file, or none of ours.
    return undefined;
  }
}
