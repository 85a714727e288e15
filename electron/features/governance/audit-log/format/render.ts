import type { EntryFields, NewEntry } from '../types.ts';
import { canonicalJson, entryHash } from './canonical.ts';
import { legible, word } from './legible.ts';

const MOST_REASONS = 500;

/** A new entry in the form in which it is hashed and written. */
export function normaliseEntry(entry: NewEntry, now: number): EntryFields {
  const reasons = (entry.reasons ?? []).map(legible);
  const more = reasons.length - MOST_REASONS;
  return {
    timestamp: utcSeconds(now),
    type: word(entry.type),
    target: legible(entry.target),
    result: word(entry.result),
    reasons: more > 0 ? [...reasons.slice(0, MOST_REASONS), `… and ${more} more`] : reasons,
    notes: legible(entry.notes ?? ''),
  };
}

/** Whole seconds, UTC: `2026-02-15T03:00:00Z`. */
export const utcSeconds = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

export interface RenderedEntry {
  text: string;
  hash: string;
  canonical: string;
}

/** The block of an entry as the original writes it, with the empty line after it. `fields` must be normalised. */
export function renderEntry(fields: EntryFields, previous: string): RenderedEntry {
  const canonical = canonicalJson(fields, previous);
  const hash = entryHash(canonical, previous);
  const lines = [
    '---',
    `timestamp: "${fields.timestamp}"`,
    `type: ${fields.type}`,
    `target: "${fields.target}"`,
    `result: ${fields.result}`,
    'reasons:',
    ...fields.reasons.map((reason) => `  - "${reason}"`),
    ...(fields.notes === '' ? [] : [`notes: "${fields.notes}"`]),
    `prev_hash: "${previous}"`,
    `hash: "${hash}"`,
    '---',
  ];
  return { text: `${lines.join('\n')}\n\n`, hash, canonical };
}

/** What stands above the first entry of a new log. */
export const LOG_HEADER = `---
description: Audit log. Entries are only ever added; each carries the hash of the one before it.
---
# AAOS Audit Log

> Append-only. Past entries are never changed.

`;
