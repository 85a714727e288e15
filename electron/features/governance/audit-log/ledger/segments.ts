import type { Database } from '../../../../kernel/database.ts';
import { GENESIS } from '../format/canonical.ts';

/** A segment that was closed. */
export interface Segment {
  number: number;
  /** Relative to the log's folder. */
  path: string;
  entries: number;
  /** Number of its last entry. */
  last: number;
  bytes: number;
  sha256: string;
  endHash: string;
  fullBefore: string;
  endFull: string;
  sealedAt: number;
}

const COLUMNS =
  'number, path, entries, last, bytes, sha256, end_hash AS endHash, full_before AS fullBefore, end_full AS endFull, sealed_at AS sealedAt';

export const listSegments = (database: Database): Segment[] =>
  database.all<Segment>(`SELECT ${COLUMNS} FROM audit_segments ORDER BY number`);

export function insertSegment(database: Database, segment: Segment): void {
  database.run(
    'INSERT INTO audit_segments (number, path, entries, last, bytes, sha256, end_hash, full_before, end_full, sealed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    segment.number,
    segment.path,
    segment.entries,
    segment.last,
    segment.bytes,
    segment.sha256,
    segment.endHash,
    segment.fullBefore,
    segment.endFull,
    segment.sealedAt,
  );
}

/** Where the full chain of a segment begins. */
export function fullBefore(database: Database, segment: number): string {
  if (segment === 1) return GENESIS;
  const row = database.get<{ full: string }>('SELECT end_full AS full FROM audit_segments WHERE number = ?', segment - 1);
  return row?.full ?? GENESIS;
}

/** Number of a segment's first entry. */
export function firstNumber(database: Database, segment: number): number {
  const row = database.get<{ last: number }>('SELECT last FROM audit_segments WHERE number = ?', segment - 1);
  return (row?.last ?? 0) + 1;
}
