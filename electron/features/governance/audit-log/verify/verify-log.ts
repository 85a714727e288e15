import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { messageOf } from '../../../../kernel/errors.ts';
import { ready } from '../append/ready.ts';
import { AuditBroken, BreakList } from '../broken.ts';
import { nameOf, type AuditContext } from '../context.ts';
import { walkFile } from '../chain/walk-file.ts';
import { compareWith } from '../ledger/compare.ts';
import { atomically } from '../ledger/atomically.ts';
import { look, readHead, type Head } from '../ledger/head.ts';
import { firstNumber, fullBefore, listSegments, type Segment } from '../ledger/segments.ts';
import { hashOfFile } from '../rotation/hash-of-file.ts';
import type { Break } from '../types.ts';

/** A place in the full chain that something outside of the log vouches for. */
export interface Witness {
  /** Number of the entry, over all segments. */
  entries: number;
  full: string;
  /** For people: which checkpoint. */
  name: string;
}

export interface VerifyOptions {
  /** `quick`: the end of the log, and all of it only when somebody else has touched it. `full`: every byte of every segment. */
  level: 'quick' | 'full';
  onProgress?: (progress: { done: number; total: number }) => void;
  witnesses?: readonly Witness[];
  /** Found before: checkpoints that do not hold. */
  breaks?: readonly Break[];
}

interface Summary {
  level: 'quick' | 'full';
  /** Epoch milliseconds. */
  at: number;
  durationMs: number;
  entries: number;
  segments: number;
  bytes: number;
}

/** `unchecked` is never fine: the log could not be read. */
export type VerifyResult = Summary &
  (
    | {
        state: 'intact';
        /** Entries that only the original writer's own reading explains. */ quirks: number;
        hash: string;
        full: string;
      }
    | { state: 'broken'; /** In file order, the first hundred. */ breaks: readonly Break[]; count: number }
    | { state: 'unchecked'; reason: string }
  );

/** Never throws for the log's sake. */
export async function verifyLog(context: AuditContext, options: VerifyOptions): Promise<VerifyResult> {
  const started = performance.now();
  const at = context.clock.now();
  const summary = (): Summary => {
    const head = readHead(context.database);
    const sealed = listSegments(context.database);
    const bytes = sealed.reduce((sum, { bytes }) => sum + bytes, head.size);
    return {
      level: options.level,
      at,
      durationMs: performance.now() - started,
      entries: head.number,
      segments: sealed.length + 1,
      bytes,
    };
  };
  try {
    const { quirks, head, breaks } = await check(context, options);
    if (breaks.count > 0) return { ...summary(), state: 'broken', breaks: breaks.list, count: breaks.count };
    return { ...summary(), state: 'intact', quirks, hash: head.hash, full: head.full };
  } catch (error) {
    if (error instanceof AuditBroken) return { ...summary(), state: 'broken', breaks: error.breaks, count: error.breaks.length };
    return { ...summary(), state: 'unchecked', reason: messageOf(error) };
  }
}

interface Checked {
  quirks: number;
  head: Head;
  breaks: BreakList;
}

async function check(context: AuditContext, options: VerifyOptions): Promise<Checked> {
  const { database, path } = context;
  const breaks = new BreakList();
  for (const fault of options.breaks ?? []) breaks.add(fault);
  // A log that was never written is not created by looking at it.
  const { head } =
    look(path) === null && readHead(database).number === 0
      ? { head: readHead(database) }
      : atomically(database, () => ready(context));
  if (options.level === 'quick' || head.number === 0) {
    for (const witness of options.witnesses ?? []) meetFromDatabase(context, witness, head, breaks);
    return { quirks: 0, head, breaks };
  }
  return { quirks: await walkAll(context, head, options, breaks), head, breaks };
}

async function walkAll(context: AuditContext, head: Head, options: VerifyOptions, breaks: BreakList): Promise<number> {
  const { path, database } = context;
  const sealed = listSegments(database);
  const live = { number: head.segment, file: path, name: nameOf(path), entries: head.position, bytes: head.size };
  const parts = [...sealed.map((segment) => partOf(path, segment, breaks)), live].filter((part) => part !== null);
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  const witnesses = new Map((options.witnesses ?? []).map((witness) => [witness.entries, witness]));
  let [before, quirks] = [0, 0];
  for (const part of parts) {
    const place = { segment: part.number, file: part.name };
    const comparison = compareWith(database, { ...place, entries: part.entries }, breaks.add);
    const first = firstNumber(database, part.number);
    const end = await walkFile(
      part.file,
      part.bytes,
      {
        ...place,
        full: fullBefore(database, part.number),
        onBreak: breaks.add,
        onEntry(entry) {
          comparison.meet(entry);
          const witness = witnesses.get(first + entry.position - 1);
          if (witness !== undefined && witness.full !== entry.full)
            differs(witness, { ...place, entry: entry.position, offset: entry.offset }, breaks);
        },
      },
      (done) => options.onProgress?.({ done: before + done, total }),
    );
    comparison.finish(end.bytes);
    before += part.bytes;
    quirks += end.quirks;
  }
  for (const witness of witnesses.values()) if (witness.entries > head.number) cutOff(context, witness, head, breaks);
  return quirks;
}

interface Part {
  number: number;
  file: string;
  name: string;
  entries: number;
  bytes: number;
}

function partOf(path: string, segment: Segment, breaks: BreakList): Part | null {
  const file = join(dirname(path), segment.path);
  const seen = look(file);
  const fault = (rule: Break['rule'], detail: string): void =>
    breaks.add({ rule, segment: segment.number, file: segment.path, entry: null, offset: 0, detail });
  if (seen === null) {
    fault('segment-missing', `the file of segment ${segment.number} is gone; it held ${segment.entries} entries`);
    return null;
  }
  if (hashOfFile(file, segment.bytes) !== segment.sha256) fault('segment-changed', 'its bytes are not those that were sealed');
  return { number: segment.number, file, name: segment.path, entries: segment.entries, bytes: seen.size };
}

function meetFromDatabase(context: AuditContext, witness: Witness, head: Head, breaks: BreakList): void {
  if (witness.entries > head.number) {
    cutOff(context, witness, head, breaks);
    return;
  }
  const row = context.database.get<{ full: string; segment: number; position: number; offset: number }>(
    'SELECT "full", segment, position, offset FROM audit_entries WHERE number = ?',
    witness.entries,
  );
  if (row?.full === witness.full) return;
  differs(
    witness,
    { segment: row?.segment ?? 1, file: nameOf(context.path), entry: row?.position ?? null, offset: row?.offset ?? 0 },
    breaks,
  );
}

const differs = ({ name }: Witness, place: Omit<Break, 'rule' | 'detail'>, breaks: BreakList): void =>
  breaks.add({
    ...place,
    rule: 'checkpoint-differs',
    detail: `the history up to here is not the one that ${name} was signed for`,
  });

function cutOff({ path }: AuditContext, { name, entries }: Witness, head: Head, breaks: BreakList): void {
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
