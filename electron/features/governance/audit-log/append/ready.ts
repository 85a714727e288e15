import { hash } from 'node:crypto';
import { isBlank } from '../chain/fence.ts';
import { readRange } from '../chain/read-range.ts';
import type { WalkedEntry } from '../chain/chain-walker.ts';
import { walkFileSync } from '../chain/walk-file.ts';
import { AuditBroken, BreakList } from '../broken.ts';
import { nameOf, type AuditContext } from '../context.ts';
import { compareWith } from '../ledger/compare.ts';
import { insertEntry, lastRow, type EntryPlace } from '../ledger/entries.ts';
import { look, readHead, writeHead, type Head, type Seen } from '../ledger/head.ts';
import { fullBefore } from '../ledger/segments.ts';
import type { Break } from '../types.ts';
import { createLogFile } from './log-file.ts';
import type { Intention } from './journal.ts';
import { finishTornWrite } from './torn-write.ts';
import { adoptSegments } from '../rotation/adopt-segments.ts';
import { readBridge } from '../rotation/bridge.ts';
import { continueRotation } from '../rotation/continue-rotation.ts';

/** A log that may be appended to. `tail`: the bytes after the last entry. */
export interface Ready {
  head: Head;
  tail: Buffer;
}

/**
 * Makes sure that the log verifies, inside the caller's transaction, which keeps other Nightguards out. While nobody else has touched the
 * file this costs one stat and one read of the last entry. Otherwise the whole file is walked and held against the database, and what
 * another program added in due form is taken in.
 * @throws AuditBroken
 */
export function ready(context: AuditContext): Ready {
  const { database, path } = context;
  const head = readHead(database);
  const seen = look(path);
  if (seen === null) return begin(context, head);
  const untouched = seen.stamp === head.stamp && seen.size === head.size;
  const tail = untouched ? tailOf(context, head) : null;
  return tail === null ? takeIn(context, head, seen) : { head, tail };
}

function begin(context: AuditContext, head: Head): Ready {
  if (head.number > 0) throw new AuditBroken([missing(context.path, head)]);
  const { bytes, seen } = createLogFile(context.path);
  const fresh = { ...head, ...seen };
  writeHead(context.database, fresh);
  return { head: fresh, tail: bytes };
}

const missing = (path: string, head: Head): Break => ({
  rule: 'log-missing',
  segment: head.segment,
  file: nameOf(path),
  entry: 1,
  offset: 0,
  detail: `the file is gone; it held ${head.position} entries`,
});

/** Null when the end of the file is not what was written there: then the whole has to be looked at. */
function tailOf({ database, path }: AuditContext, head: Head): Buffer | null {
  if (head.position === 0) return readRange(path, 0, head.size);
  const row = lastRow(database);
  if (row === undefined || row.full !== head.full) return null;
  const bytes = readRange(path, row.span_offset, head.size);
  const cut = head.entriesEnd - row.span_offset;
  const tail = bytes.subarray(cut);
  const same = bytes.length === head.size - row.span_offset && hash('sha256', bytes.subarray(0, cut), 'hex') === row.span;
  return same && isBlank(tail) ? tail : null;
}

function takeIn(context: AuditContext, before: Head, seenBefore: Seen): Ready {
  const { database, path, journal, log } = context;
  const finished = finishTornWrite(path, seenBefore, journal.read());
  const start = before.number === 0 ? adoptSegments(context, before) : continueRotation(context, before);
  // Looked at before it is read: what is added meanwhile shows as a change the next time.
  const seen = look(path) ?? seenBefore;
  const known = walkLive(context, start, seen);
  writeHead(database, known);
  const taken = { path, from: before.number + 1, to: known.number, finished };
  if (known.number > before.number || finished) log.write('info', 'Entries of the audit log were taken in', taken);
  return { head: known, tail: readRange(path, known.entriesEnd, known.size) };
}

/** From the first byte to the last. @throws AuditBroken */
function walkLive({ database, path, journal }: AuditContext, head: Head, seen: Seen): Head {
  const place = { segment: head.segment, file: nameOf(path) };
  const breaks = new BreakList();
  const comparison = compareWith(database, { ...place, entries: head.position }, breaks.add);
  const intention = journal.read();
  let { number } = head;
  const end = walkFileSync(path, {
    ...place,
    full: fullBefore(database, head.segment),
    onBreak: breaks.add,
    onEntry(entry) {
      if (comparison.meet(entry) || breaks.count > 0) return;
      number += 1;
      insertEntry(database, entry, { number, segment: head.segment, ...originOf(entry, path, intention) });
    },
  });
  comparison.finish(end.bytes);
  breaks.assertNone();
  const { entries: position, bytes: size, hash: last, full, end: entriesEnd } = end;
  return { segment: head.segment, position, number, size, stamp: seen.stamp, hash: last, full, entriesEnd };
}

/** What the journal promised is our own, though the transaction that wrote it was lost; so is a bridge. */
function originOf(entry: WalkedEntry, path: string, intention: Intention | null): Pick<EntryPlace, 'origin' | 'act' | 'exact'> {
  const { offset, end, fields } = entry;
  const promised =
    intention !== null &&
    intention.log === path &&
    offset >= intention.offset &&
    end <= intention.offset + intention.bytes.length;
  if (promised) return { origin: 'own', act: intention.act, exact: intention.exact };
  return { origin: readBridge(fields) === null ? 'foreign' : 'own', act: null, exact: null };
}
