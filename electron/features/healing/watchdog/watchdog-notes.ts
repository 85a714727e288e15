import { lstatSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** What the watchdog saw of a guardian that it had to start again. */
export const watchdogNoteSchema = z.object({
  /** Epoch milliseconds. */
  at: z.number(),
  what: z.enum(['crashed', 'hung']),
  /** How it ended, for people. */
  detail: z.string().max(1000),
  /** How long it had run. Milliseconds. */
  ranMs: z.number().nonnegative(),
});
export type WatchdogNote = z.infer<typeof watchdogNoteSchema>;

/** File of the watchdog's notes, below the state folder. */
export const WATCHDOG_FILE = 'watchdog.json';

const MOST_BYTES = 1024 * 1024;

/** The notes, oldest first; none where there is no file that could be read. */
export function readWatchdogNotes(path: string): WatchdogNote[] {
  try {
    const stat = lstatSync(path);
    if (!stat.isFile() || stat.size > MOST_BYTES) return [];
    return z.array(watchdogNoteSchema).parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // No notes, or half of them: what they would tell is in the watchdog's log as well.
    return [];
  }
}
