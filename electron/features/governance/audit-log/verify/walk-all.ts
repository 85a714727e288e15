import { dirname, join } from 'node:path';
import type { BreakList } from '../broken.ts';
import { nameOf, type AuditContext } from '../context.ts';
import { walkFile } from '../chain/walk-file.ts';
import { compareWith } from '../ledger/compare.ts';
import { look, type Head } from '../ledger/head.ts';
import { firstNumber, fullBefore, listSegments, type Segment } from '../ledger/segments.ts';
import { hashOfFile } from '../rotation/hash-of-file.ts';
import type { Break } from '../types.ts';
import { witnessBeyondEnd, witnessDiffers, type Witness } from './witnesses.ts';

interface WalkAllOptions {
  onProgress?: (progress: { done: number; total: number }) => void;
  witnesses?: readonly Witness[];
}

/** Every byte of every segment, held against the database and the witnesses. Returns the number of quirks. */
export async function walkAll(context: AuditContext, head: Head, options: WalkAllOptions, breaks: BreakList): Promise<number> {
  const { path, database } = context;
  const sealed = listSegments(database);
  const live = { number: head.segment, file: path, name: nameOf(path), entries: head.position, bytes: head.size };
  const parts = [...sealed.map((segment) => partOf(path, segment, breaks)), live].filter((part) => part !== null);
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  // Several may vouch for the same place: one that differs counts, whatever the others say.
  const witnesses = Map.groupBy(options.witnesses ?? [], ({ entries }) => entries);
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
          for (const witness of witnesses.get(first + entry.position - 1) ?? []) {
            if (witness.full !== entry.full)
              witnessDiffers(witness, { ...place, entry: entry.position, offset: entry.offset }, breaks);
          }
        },
      },
      (done) => options.onProgress?.({ done: before + done, total }),
    );
    comparison.finish(end.bytes);
    before += part.bytes;
    quirks += end.quirks;
  }
  const beyond = (options.witnesses ?? []).filter(({ entries }) => entries > head.number);
  for (const witness of beyond) witnessBeyondEnd(context, witness, head, breaks);
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
