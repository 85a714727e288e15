import { z } from 'zod';
import type { Database } from '../../../kernel/database.ts';
import { createFact, type Fact } from '../../../kernel/facts.ts';
import { sha256 } from '../../../kernel/hash.ts';
import type { ReadContents } from './documents.ts';

/** The hash of one file's change as proposals and updates have it; `before` and `after` are SHA-256 in hex, null for no file. */
export const hashOfChange = (path: string, before: string | null, after: string | null): string =>
  sha256(JSON.stringify([{ path, before, after }]));

/** The newest consensus about a set of which this change is one. */
export const caseOfChange = (database: Database, change: string): Fact<number> =>
  createFact(database, `consensus.change.${change}`, z.int());

/** Larger sets are not read file by file while everybody waits: each of their files is asked about when it changes by another hand. */
const MOST_COVERED = 1000;

/** Remembers which changes a case about several files covers: each is agreed on with the set. What is no text is not covered. */
export function coverChanges(database: Database, id: number, paths: readonly string[], contents: ReadContents): void {
  if (paths.length < 2 || paths.length > MOST_COVERED) return;
  for (const path of paths) {
    const texts = contents(path);
    if (texts === null) continue;
    const [before, after] = [texts.before, texts.after].map((text) => (text === null ? null : sha256(text)));
    caseOfChange(database, hashOfChange(path, before ?? null, after ?? null)).set(id);
  }
}
