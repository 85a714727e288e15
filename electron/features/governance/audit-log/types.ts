/** What an entry says, as the original reads it from the file. */
export interface EntryFields {
  /** UTC, `2026-02-15T03:00:00Z`. */
  timestamp: string;
  type: string;
  target: string;
  result: string;
  reasons: readonly string[];
  /** Empty when there are none: the line is left out then. */
  notes: string;
}

/** What a caller wants recorded; texts may hold anything. */
export interface NewEntry {
  type: EntryType | (string & {});
  target: string;
  result: EntryResult | (string & {});
  reasons?: readonly string[];
  notes?: string;
  /** Number of the act (its intent) that the entry closes. */
  act?: number;
}

export type EntryType = 'blueprint-judgment' | 'permission-judgment' | 'auto-enforcement' | 'dissolution-execution';
export type EntryResult = 'Canonical' | 'Canonical-Conditional' | 'Non-Canonical' | 'Dissolved';

/** An entry in its place. Offsets are bytes in its segment's file. */
export interface Entry extends EntryFields {
  /** Counted from 1 over all segments. */
  number: number;
  segment: number;
  /** Counted from 1 in its segment, as the original counts. */
  position: number;
  offset: number;
  length: number;
  hash: string;
  /** The full SHA-256 of the chain up to here, over all segments. */
  full: string;
  /** `foreign`: written by another program and taken in after it had verified. */
  origin: 'own' | 'foreign';
  act: number | null;
}

/** What is wrong with a log. Rules from `hash-missing` on are stricter than the original, which does not look. */
export type BreakRule =
  | 'not-utf8'
  | 'chain-broken'
  | 'hash-mismatch'
  | 'hash-missing'
  | 'duplicate-key'
  | 'unhashed-line'
  | 'entry-incomplete'
  | 'entry-outside-fences'
  | 'unclosed-block'
  | 'block-too-long'
  | 'log-missing'
  | 'log-truncated'
  | 'bytes-changed'
  | 'history-rewritten'
  | 'segment-missing'
  | 'segment-changed'
  | 'checkpoint-invalid'
  | 'checkpoint-differs';

/** One fault, located: `entry` counts within the file from 1 (null: none is to blame), `offset` in bytes. */
export interface Break {
  rule: BreakRule;
  segment: number;
  file: string;
  entry: number | null;
  offset: number;
  detail: string;
}
