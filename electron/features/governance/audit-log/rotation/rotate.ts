import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { temporaryBeside } from '../../../../kernel/atomic-file.ts';
import { writeWhole } from '../append/journal.ts';
import { fsyncFolderSync } from '../append/log-file.ts';
import type { Ready } from '../append/ready.ts';
import { BreakList } from '../broken.ts';
import { walkFileSync } from '../chain/walk-file.ts';
import { archiveFolder, nameOf, type AuditContext } from '../context.ts';
import { GENESIS } from '../format/canonical.ts';
import { LOG_HEADER, normaliseEntry, renderEntry, utcSeconds } from '../format/render.ts';
import { compareWith } from '../ledger/compare.ts';
import type { Head } from '../ledger/head.ts';
import { fullBefore } from '../ledger/segments.ts';
import { bridgeEntry, type Bridge } from './bridge.ts';
import { hashOfFile } from './hash-of-file.ts';
import { keepUnder } from './keep-under.ts';

/**
 * Closes the segment when a limit is reached: its file goes to `_archive/` beside the log, and the log begins anew with a bridge to it.
 * There is always a log in its place. Killed at any step, nothing is lost and the next `ready` goes on from what the disk shows.
 * The database follows with the next `ready`. Returns whether it was closed.
 */
export function rotateWhenFull(context: AuditContext, { head }: Ready): boolean {
  const { maxEntries, maxLogKb } = context.limits;
  const full = head.position >= maxEntries || head.size >= maxLogKb * 1024;
  if (!full || head.position < FEWEST) return false;
  rotate(context, head);
  return true;
}

/** A segment with its bridge only is not closed again, however small the limits. */
const FEWEST = 2;

function rotate(context: AuditContext, head: Head): void {
  const { path, clock } = context;
  assertSound(context, head);
  const now = clock.now();
  const archive = join(archiveFolder(path), archiveName(path, head, now));
  const bridge: Bridge = {
    segment: head.segment,
    path: `_archive/${basename(archive)}`,
    entries: head.position,
    last: head.number,
    bytes: head.size,
    endHash: head.hash,
    sha256: hashOfFile(path),
    endFull: head.full,
  };
  const fresh = prepare(path, bridge, now);
  try {
    keepUnder(path, archive);
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
  fsyncFolderSync(dirname(path));
}

/** What is sealed has been looked at from its first byte to its last. */
function assertSound({ database, path }: AuditContext, head: Head): void {
  const breaks = new BreakList();
  const place = { segment: head.segment, file: nameOf(path), entries: head.position };
  const comparison = compareWith(database, place, breaks.add);
  const end = walkFileSync(path, {
    ...place,
    full: fullBefore(database, head.segment),
    onEntry: (entry) => comparison.meet(entry),
    onBreak: breaks.add,
  });
  comparison.finish(end.bytes);
  breaks.assertNone();
}

/** `AUDIT_LOG_20260215T030000Z_0001_<end hash>.md` */
function archiveName(path: string, head: Head, now: number): string {
  const extension = extname(path);
  const time = utcSeconds(now).replace(/[-:]/g, '');
  const stem = basename(path, extension).replace(/[^\w.-]/g, '-');
  return `${stem}_${time}_${String(head.segment).padStart(4, '0')}_${head.hash}${extension.replace(/[^\w.-]/g, '')}`;
}

/** The new log, whole and durable under a temporary name. */
function prepare(path: string, bridge: Bridge, now: number): string {
  const fresh = temporaryBeside(path);
  const entry = renderEntry(normaliseEntry(bridgeEntry(bridge), now), GENESIS);
  const descriptor = openSync(fresh, 'wx');
  try {
    writeWhole(descriptor, Buffer.from(LOG_HEADER + entry.text));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  chmodSync(fresh, statSync(path).mode & 0o7777);
  return fresh;
}
