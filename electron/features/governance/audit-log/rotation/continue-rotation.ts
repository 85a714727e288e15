import { dirname, join } from 'node:path';
import { AuditBroken, BreakList } from '../broken.ts';
import { walkFileSync, walkFirst } from '../chain/walk-file.ts';
import type { AuditContext } from '../context.ts';
import { compareWith } from '../ledger/compare.ts';
import { insertEntry } from '../ledger/entries.ts';
import { look, type Head } from '../ledger/head.ts';
import { fullBefore, insertSegment } from '../ledger/segments.ts';
import type { Break } from '../types.ts';
import { GENESIS } from '../format/canonical.ts';
import { readBridge, type Bridge } from './bridge.ts';
import { hashOfFile } from './hash-of-file.ts';

/**
 * Writes into the database what a rotation has done on the disk: right after it, or later when it was killed in between. What the bridge says
 * is not believed: the closed file must be there, hash to what it says, and be what the database remembers.
 * Returns the head before the first entry of the log that lies in the place now; the same head when there was no rotation.
 */
export function continueRotation(context: AuditContext, head: Head): Head {
  if (head.position === 0) return head;
  const first = walkFirst(context.path);
  const bridge = first === null ? null : readBridge(first.fields);
  if (bridge === null || bridge.segment !== head.segment) return head;
  const number = closeSegment(context, head, bridge);
  return { segment: head.segment + 1, position: 0, number, size: 0, stamp: '', hash: GENESIS, full: head.full, entriesEnd: 0 };
}

/** Verifies a closed segment and remembers it. Returns the number of its last entry. @throws AuditBroken */
export function closeSegment(context: AuditContext, head: Head, bridge: Bridge): number {
  const { database, clock } = context;
  const closed = verifyClosed(context, head, bridge);
  insertSegment(database, {
    number: head.segment,
    path: bridge.path,
    entries: closed.position,
    last: closed.number,
    bytes: bridge.bytes,
    sha256: bridge.sha256,
    endHash: bridge.endHash,
    fullBefore: fullBefore(database, head.segment),
    endFull: closed.full,
    sealedAt: clock.now(),
  });
  return closed.number;
}

/** The closed segment may hold entries that another program added just before the log was exchanged. */
function verifyClosed({ path, database }: AuditContext, head: Head, bridge: Bridge): Pick<Head, 'position' | 'number' | 'full'> {
  const file = join(dirname(path), bridge.path);
  const place = { segment: head.segment, file: bridge.path };
  const refuse = (rule: Break['rule'], detail: string): never => {
    throw new AuditBroken([{ ...place, rule, entry: null, offset: 0, detail }]);
  };
  if (look(file) === null) return refuse('segment-missing', `the log continues ${bridge.path}, which is not there`);
  if (hashOfFile(file, bridge.bytes) !== bridge.sha256)
    return refuse('segment-changed', 'its bytes are not those that were sealed');
  const breaks = new BreakList();
  const comparison = compareWith(database, { ...place, entries: head.position }, breaks.add);
  let { number } = head;
  const end = walkFileSync(file, {
    ...place,
    full: fullBefore(database, head.segment),
    onBreak: breaks.add,
    onEntry(entry) {
      if (comparison.meet(entry) || breaks.count > 0) return;
      number += 1;
      insertEntry(database, entry, { number, segment: head.segment, origin: 'foreign', act: null, exact: null });
    },
  });
  comparison.finish(end.bytes);
  breaks.assertNone();
  return { position: end.entries, number, full: end.full };
}
