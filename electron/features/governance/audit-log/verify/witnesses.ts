import type { BreakList } from '../broken.ts';
import { nameOf, type AuditContext } from '../context.ts';
import type { Head } from '../ledger/head.ts';
import type { Break } from '../types.ts';

/** A place in the full chain that something outside of the log vouches for. */
export interface Witness {
  /** Number of the entry, over all segments. */
  entries: number;
  full: string;
  /** For people: which checkpoint. */
  name: string;
}

/** Holds a witness against what the database remembers. */
export function meetWitness(context: AuditContext, witness: Witness, head: Head, breaks: BreakList): void {
  if (witness.entries > head.number) {
    witnessBeyondEnd(context, witness, head, breaks);
    return;
  }
  const row = context.database.get<{ full: string; segment: number; position: number; offset: number }>(
    'SELECT "full", segment, position, offset FROM audit_entries WHERE number = ?',
    witness.entries,
  );
  if (row?.full === witness.full) return;
  witnessDiffers(
    witness,
    { segment: row?.segment ?? 1, file: nameOf(context.path), entry: row?.position ?? null, offset: row?.offset ?? 0 },
    breaks,
  );
}

/** The chain has another hash where the witness vouches for one. */
export const witnessDiffers = ({ name }: Witness, place: Omit<Break, 'rule' | 'detail'>, breaks: BreakList): void =>
  breaks.add({
    ...place,
    rule: 'checkpoint-differs',
    detail: `the history up to here is not the one that ${name} was signed for`,
  });

/** The log ends before the place that the witness vouches for. */
export function witnessBeyondEnd({ path }: AuditContext, { name, entries }: Witness, head: Head, breaks: BreakList): void {
  const detail = `${name} was signed for ${entries} entries, the log holds ${head.number}: its end was cut off`;
  breaks.add({
    rule: 'checkpoint-differs',
    segment: head.segment,
    file: nameOf(path),
    entry: head.position + 1,
    offset: head.size,
    detail,
  });
}
