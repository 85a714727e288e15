import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Clock } from './clock.ts';
import { AppError, errnoOf, messageOf } from './errors.ts';
import { look, type Known } from './json-array-file.ts';
import { create, extend } from './json-array-write.ts';
import type { Log } from './ports/log.ts';
import { quarantineFile } from './quarantine.ts';

export interface JsonArrayLogOptions {
  path: string;
  /** Holds the quarantine. */
  workspace: string;
  clock: Pick<Clock, 'now'>;
  log: Log;
}

export type JsonArrayContent =
  | { state: 'missing' }
  | { state: 'ok'; entries: unknown[] }
  | { state: 'unreadable'; reason: string };

/** A file that holds one JSON array, which other tools read and append to as well. */
export interface JsonArrayLog {
  /**
   * Adds entries at the end; whatever else is in the file stays byte for byte. Durable on return.
   * A missing file is created from `rebuild()` (everything that came before these entries); one that is no JSON array is moved to the
   * quarantine first, and its new path is returned. Calls are carried out one after another.
   * @throws AppError `changed-meanwhile` when others keep writing; system errors when the file cannot be read or written: nothing is lost then.
   */
  append(entries: readonly object[], rebuild: () => readonly object[]): Promise<{ quarantined: string | null }>;
  /** Reads and parses all of it at once: for imports and reports, not for every cycle. */
  read(): Promise<JsonArrayContent>;
}

const ATTEMPTS = 25;

/** Opens nothing: the file is touched on the first call. */
export function createJsonArrayLog(options: JsonArrayLogOptions): JsonArrayLog {
  const { path, workspace, clock, log } = options;
  let known: Known | null = null;
  let tail: Promise<unknown> = Promise.resolve();

  async function append(entries: readonly object[], rebuild: () => readonly object[]): Promise<{ quarantined: string | null }> {
    let quarantined: string | null = null;
    if (entries.length === 0) return { quarantined };
    await mkdir(dirname(path), { recursive: true });
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const seen = await look(path, known);
      if (seen.state === 'moving') continue;
      if (seen.state === 'unreadable') {
        quarantined = await quarantineFile(workspace, path, clock);
        log.write('warn', 'A log was unreadable and is kept in the quarantine', { path, quarantined, reason: seen.reason });
        continue;
      }
      const result =
        seen.state === 'missing' ? await create(path, [...rebuild(), ...entries]) : await extend(path, seen.known, entries);
      known = result.done ? result.known : null;
      if (result.done) return { quarantined };
    }
    throw new AppError(
      'changed-meanwhile',
      `${path} is being written by another program all the time. Nothing was added; try again.`,
    );
  }

  return {
    append(entries, rebuild) {
      const run = tail.then(() => append(entries, rebuild));
      tail = run.catch(() => undefined);
      return run;
    },
    read: () => readArray(path),
  };
}

async function readArray(path: string): Promise<JsonArrayContent> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? { state: 'ok', entries: value } : { state: 'unreadable', reason: 'not an array' };
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return { state: 'missing' };
    return { state: 'unreadable', reason: messageOf(error) };
  }
}
