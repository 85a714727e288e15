import { constants } from 'node:fs';
import { copyFile, mkdir, open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fsyncFolder, temporaryBeside } from './atomic-file.ts';
import type { Clock } from './clock.ts';
import { AppError, errnoOf, messageOf } from './errors.ts';
import { identityFrom, identityOf, sameContent, sameIdentity, type FileIdentity } from './file-identity.ts';
import { JsonArrayScanner, type ArrayLayout, type ScanResult } from './json-array-scan.ts';
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

/** A proven layout together with the state of the file that it was proven on. */
interface Known {
  identity: FileIdentity;
  layout: ArrayLayout;
  eol: string;
}

type Attempt = { done: true; known: Known | null } | { done: false };

const ATTEMPTS = 25;
const SLICE_BYTES = 256 * 1024;

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

type Look =
  | { state: 'missing' }
  | { state: 'moving' }
  | { state: 'unreadable'; reason: string }
  | { state: 'known'; known: Known };

async function look(path: string, known: Known | null): Promise<Look> {
  const identity = await identityOf(path);
  if (identity === null) return { state: 'missing' };
  if (known !== null && sameIdentity(known.identity, identity)) return { state: 'known', known };
  const scan = await scanFile(path);
  if (!sameIdentity(identity, await identityOf(path))) return { state: 'moving' };
  if (!scan.result.ok) return { state: 'unreadable', reason: scan.result.reason };
  return { state: 'known', known: { identity, layout: scan.result.layout, eol: scan.eol } };
}

async function scanFile(path: string): Promise<{ result: ScanResult; eol: string }> {
  const scanner = new JsonArrayScanner();
  const buffer = Buffer.allocUnsafe(SLICE_BYTES);
  let eol: string | undefined;
  const handle = await open(path, 'r');
  try {
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length);
      if (bytesRead === 0) break;
      const slice = buffer.subarray(0, bytesRead);
      const newline = eol === undefined ? slice.indexOf(0x0a) : -1;
      if (newline > 0) eol = slice[newline - 1] === 0x0d ? '\r\n' : '\n';
      scanner.push(slice);
    }
  } finally {
    await handle.close();
  }
  return { result: scanner.end(), eol: eol ?? '\n' };
}

const indented = (entry: object, eol: string): string => `  ${JSON.stringify(entry, null, 2).split('\n').join(`${eol}  `)}`;

/** The text from behind the last element to the closing bracket. */
const ending = (entries: readonly object[], empty: boolean, eol: string): string =>
  `${empty ? '' : ','}${eol}${entries.map((entry) => indented(entry, eol)).join(`,${eol}`)}`;

function create(path: string, entries: readonly object[]): Promise<Attempt> {
  const body = Buffer.from(`[${ending(entries, true, '\n')}`);
  const layout = { insertAt: body.length, closeAt: body.length + 1, empty: false };
  return replace(path, null, { layout, eol: '\n' }, async (temporary) => {
    const handle = await open(temporary, 'wx');
    await handle.writeFile(Buffer.concat([body, Buffer.from('\n]\n')]));
    return handle;
  });
}

/** Copies the file (by the system, not through this process) and writes the new end over the copy's. */
function extend(path: string, { identity, layout, eol }: Known, entries: readonly object[]): Promise<Attempt> {
  const added = Buffer.from(ending(entries, layout.empty, eol));
  const insertAt = layout.insertAt + added.length;
  const after = { insertAt, closeAt: insertAt + eol.length, empty: false };
  return replace(path, identity, { layout: after, eol }, async (temporary) => {
    await copyFile(path, temporary, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
    const handle = await open(temporary, 'r+');
    // What follows the closing bracket (a newline, as a rule) stays as it is.
    const rest = Buffer.alloc(Number(identity.size) - layout.closeAt);
    const { bytesRead } = await handle.read(rest, 0, rest.length, layout.closeAt);
    await handle.truncate(layout.insertAt);
    await handle.write(Buffer.concat([added, Buffer.from(eol), rest.subarray(0, bytesRead)]), 0, undefined, layout.insertAt);
    return handle;
  });
}

/** Puts a finished temporary in place, unless the file is no longer the one that it was made from. */
async function replace(
  path: string,
  expected: FileIdentity | null,
  shape: Omit<Known, 'identity'>,
  write: (temporary: string) => Promise<FileHandle>,
): Promise<Attempt> {
  const temporary = temporaryBeside(path);
  let renamed = false;
  try {
    const handle = await write(temporary);
    let written: FileIdentity;
    try {
      await handle.sync();
      written = identityFrom(await handle.stat({ bigint: true }));
    } finally {
      await handle.close();
    }
    if (!sameIdentity(expected, await identityOf(path))) return { done: false };
    await rename(temporary, path);
    renamed = true;
    await fsyncFolder(dirname(path));
    // The rename has set the ctime. If anything else differs, somebody wrote since: look again next time.
    const now = await identityOf(path);
    return { done: true, known: now !== null && sameContent(written, now) ? { identity: now, ...shape } : null };
  } catch (error) {
    // Moved away between the look and the copy: look again.
    if (!renamed && expected !== null && errnoOf(error) === 'ENOENT') return { done: false };
    throw error;
  } finally {
    if (!renamed) await rm(temporary, { force: true });
  }
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
