import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { writeFileAtomic } from '../kernel/atomic-file.ts';
import { errnoOf } from '../kernel/errors.ts';

const time = z.number().int().nonnegative();
const sha512 = z.string();

/** A version on its way in. */
const installSchema = z.object({
  /**
   * `installing`: the former one is kept, the new one may or may not be in its place. `probation`: the new one has begun.
   * `healthy`: it did what it had to. `taken-back`: the former one is in its place again.
   */
  phase: z.enum(['installing', 'probation', 'healthy', 'taken-back']),
  from: z.string(),
  to: z.string(),
  /** The file that is replaced, and the copy of what it was. Absolute. */
  target: z.string(),
  former: z.string(),
  formerSha512: sha512,
  at: time,
  /** How often the new version was started without having become healthy. */
  starts: z.number().int().nonnegative(),
  reason: z.string(),
  /** Whether a person has been told that it was taken back. */
  told: z.boolean(),
  /** The process that has to be gone before the new version begins. */
  oldPid: z.number().int().positive(),
});
export type Install = z.infer<typeof installSchema>;

const journalSchema = z.object({
  install: installSchema.nullable(),
  /** Versions that were taken back: not offered again. */
  refused: z.array(z.string()),
});
export type Journal = z.infer<typeof journalSchema>;

const NOTHING: Journal = { install: null, refused: [] };

/** What is written down of updates of the application. One that cannot be read is as none: it guards no bytes of anybody's. */
export function readJournal(file: string): Journal {
  try {
    return journalSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || error instanceof SyntaxError || error instanceof z.ZodError) return NOTHING;
    throw error;
  }
}

/** Durable when it resolves. */
export async function writeJournal(file: string, journal: Journal): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  await writeFileAtomic(file, `${JSON.stringify(journal, null, 2)}\n`);
}

/** Changes the install that is written down, if there is one. */
export async function changeInstall(file: string, part: Partial<Install>): Promise<void> {
  const journal = readJournal(file);
  if (journal.install !== null) await writeJournal(file, { ...journal, install: { ...journal.install, ...part } });
}
