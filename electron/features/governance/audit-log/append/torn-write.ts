import { closeSync, fsyncSync, openSync } from 'node:fs';
import { readRange } from '../chain/read-range.ts';
import type { Seen } from '../ledger/head.ts';
import { writeWhole, type Intention } from './journal.ts';

/**
 * Completes an append that was interrupted: only when what stands at the end of the file is, byte for byte, the beginning of what the
 * journal says was being written there. Anything else is left to the verification that follows, and nothing is ever cut off.
 * Returns whether there was anything to do.
 */
export function finishTornWrite(path: string, seen: Seen, intention: Intention | null): boolean {
  if (intention === null || intention.log !== path) return false;
  const { offset, bytes } = intention;
  if (seen.size <= offset || seen.size >= offset + bytes.length) return false;
  const there = readRange(path, offset, seen.size);
  if (!there.equals(bytes.subarray(0, there.length))) return false;
  const descriptor = openSync(path, 'a');
  try {
    writeWhole(descriptor, bytes.subarray(there.length));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return true;
}
