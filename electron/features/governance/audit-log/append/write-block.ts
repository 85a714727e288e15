import { closeSync, constants, fstatSync, fsyncSync, ftruncateSync, openSync } from 'node:fs';
import { readRange } from '../chain/read-range.ts';
import { stampOfOpen, type Head, type Seen } from '../ledger/head.ts';
import { writeWhole } from './journal.ts';

/** `interfered`: another program wrote at the same moment; our bytes were taken back, the file is as that program left it. */
export type BlockWritten = { done: true; seen: Seen } | { done: false };

const APPEND = constants.O_RDWR | constants.O_APPEND | (constants.O_NOFOLLOW ?? 0);

/**
 * Adds bytes at the end of the log, durably. When the disk is full or another program's entry slips in before ours, our own bytes, and
 * those only, are taken off the end again, so that the chain stays whole.
 */
export function writeBlock(path: string, head: Head, bytes: Buffer): BlockWritten {
  const descriptor = openSync(path, APPEND);
  try {
    if (stampOfOpen(descriptor) !== head.stamp) return { done: false };
    try {
      writeWhole(descriptor, bytes);
    } catch (error) {
      takeBack(descriptor, path, head.size, bytes);
      throw error;
    }
    const size = fstatSync(descriptor).size;
    if (size !== head.size + bytes.length || !readRange(path, head.size, size).equals(bytes)) {
      takeBack(descriptor, path, size - bytes.length, bytes);
      return { done: false };
    }
    fsyncSync(descriptor);
    return { done: true, seen: { size, stamp: stampOfOpen(descriptor) } };
  } finally {
    closeSync(descriptor);
  }
}

/** Only if what follows `offset`, to the end of the file, is ours. */
function takeBack(descriptor: number, path: string, offset: number, bytes: Buffer): void {
  const { size } = fstatSync(descriptor);
  if (size <= offset) return;
  const there = readRange(path, offset, size);
  if (!there.equals(bytes.subarray(0, there.length))) return;
  ftruncateSync(descriptor, offset);
  fsyncSync(descriptor);
}
