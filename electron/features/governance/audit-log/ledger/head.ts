import { fstatSync, lstatSync, type BigIntStats } from 'node:fs';
import type { Database } from '../../../../kernel/database.ts';
import { AppError } from '../../../../kernel/errors.ts';
import { GENESIS } from '../format/canonical.ts';

/** The end of the log as the database remembers it. */
export interface Head {
  segment: number;
  /** Entries in the live segment. */
  position: number;
  /** Entries over all segments. */
  number: number;
  /** Bytes of the live segment's file. */
  size: number;
  stamp: string;
  /** Of the last entry in the live segment; `GENESIS` when it has none. */
  hash: string;
  full: string;
  /** Where the last entry ends. */
  entriesEnd: number;
}

/** What is remembered before there is a log. */
export const EMPTY_HEAD: Head = {
  segment: 1,
  position: 0,
  number: 0,
  size: 0,
  stamp: '',
  hash: GENESIS,
  full: GENESIS,
  entriesEnd: 0,
};

export function readHead(database: Database): Head {
  const head = database.get<Head>(
    'SELECT segment, position, number, size, stamp, hash, full, entries_end AS entriesEnd FROM audit_head WHERE id = 1',
  );
  return head === undefined ? EMPTY_HEAD : { ...head };
}

export function writeHead(database: Database, head: Head): void {
  database.run(
    'INSERT OR REPLACE INTO audit_head (id, segment, position, number, size, stamp, hash, full, entries_end) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)',
    head.segment,
    head.position,
    head.number,
    head.size,
    head.stamp,
    head.hash,
    head.full,
    head.entriesEnd,
  );
}

const stampOf = ({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string => `${dev}:${ino}:${size}:${mtimeNs}:${ctimeNs}`;

/** Another stamp means that something happened to the file. mtime can be set by anybody, ctime cannot. */
export const stampOfOpen = (descriptor: number): string => stampOf(fstatSync(descriptor, { bigint: true }));

export interface Seen {
  size: number;
  stamp: string;
}

/** The log's file now, or null when there is none. @throws AppError `unsafe-path` for a link, which may lead anywhere, or a pipe, which never ends */
export function look(path: string): Seen | null {
  const stat = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  if (stat === undefined) return null;
  if (!stat.isFile()) throw new AppError('unsafe-path', `${path} is no plain file: nothing is read from it or written to it.`);
  return { size: Number(stat.size), stamp: stampOf(stat) };
}
