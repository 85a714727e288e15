import { lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { isAlive, startOf } from './process-identity.ts';

const holderSchema = z.object({
  pid: z.number().int().positive(),
  door: z.string(),
  act: z.string(),
  /** Epoch milliseconds. */
  since: z.number(),
  /** Which lock file it holds: device and inode. */
  file: z.string().nullable().default(null),
  /** Tells this process from a later one of the same id; null where the system does not say. */
  start: z.string().nullable().default(null),
});

/** The note beside a lock: who holds it, for people, and which file exactly, for the case that somebody removes that. */
export type Holder = z.infer<typeof holderSchema>;

/** Device and inode of the file that has this name now, or null. Opens nothing: to close it would give up SQLite's locks on POSIX. */
export function identityOf(path: string): string | null {
  const stat = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? null : `${stat.dev}:${stat.ino}`;
}

/** What this process would write into its note. */
export const holderNow = (door: string, act: string, since: number, file: string | null): Holder => ({
  pid: process.pid,
  door,
  act,
  since,
  file,
  start: startOf(process.pid),
});

/** @throws system errors */
export function writeNote(path: string, holder: Holder): void {
  writeFileSync(path, JSON.stringify(holder));
}

/** A note is far shorter; anything else by its name is not read. */
const MOST_BYTES = 10_000;

/** The note, or null when there is none that can be read. */
export function readNote(path: string): Holder | null {
  try {
    const stat = lstatSync(path);
    if (!stat.isFile() || stat.size > MOST_BYTES) return null;
    return holderSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Being written, or just removed: the lock counts, not the note.
    return null;
  }
}

/** Takes the note away if it can be; one that stays names a lock file that its reader holds itself, and so means nothing. */
export function removeNote(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What was done under the lock is done: a note must not make it look failed.
  }
}

/**
 * Whether the writer of a note may still be at work on a lock file that has lost its name.
 * `file` is the lock file that is ours now: nobody else holds that one.
 */
export function isElsewhere(note: Holder | null, file: string): note is Holder {
  if (note === null || note.file === file || note.pid === process.pid || !isAlive(note.pid)) return false;
  const start = startOf(note.pid);
  return start === null || note.start === null || start === note.start;
}

/** Who is at work, for people. */
export function describeHolder(holder: Holder | null): string {
  if (holder === null) return 'Another Nightguard is working on this workspace.';
  const since = new Date(holder.since).toLocaleTimeString();
  return `Nightguard (${holder.door}, process ${holder.pid}) has been working on this workspace since ${since}: ${holder.act}.`;
}
