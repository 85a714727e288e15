import { closeSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { GENESIS } from '../format/canonical.ts';
import { ChainWalker, type WalkedEntry, type WalkEnd, type WalkOptions } from './chain-walker.ts';
import { readRange } from './read-range.ts';

const CHUNK_BYTES = 1 << 20;

/** Walks a file without letting go of the thread: for an append, which must not be interleaved. */
export function walkFileSync(path: string, options: WalkOptions): WalkEnd {
  const walker = new ChainWalker(options);
  const descriptor = openSync(path, 'r');
  try {
    for (;;) {
      // A fresh buffer each time: what the walker keeps points into it.
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
      const read = readSync(descriptor, chunk, 0, chunk.length, null);
      if (read === 0) return walker.finish();
      walker.feed(chunk.subarray(0, read));
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Walks the first `bytes` of a file and lets others run between two chunks. `onProgress` hears of bytes. */
export async function walkFile(
  path: string,
  bytes: number,
  options: WalkOptions,
  onProgress: (done: number) => void,
): Promise<WalkEnd> {
  const walker = new ChainWalker(options);
  const handle = await open(path, 'r');
  try {
    let done = 0;
    while (done < bytes) {
      const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, bytes - done));
      const { bytesRead } = await handle.read(chunk, 0, chunk.length, done);
      if (bytesRead === 0) break;
      done += bytesRead;
      walker.feed(chunk.subarray(0, bytesRead));
      onProgress(done);
    }
    return walker.finish();
  } finally {
    await handle.close();
  }
}

/** Walks bytes that are already in memory. */
export function walkBytes(bytes: Buffer, options: WalkOptions): WalkEnd {
  const walker = new ChainWalker(options);
  walker.feed(bytes);
  return walker.finish();
}

/** The first entry of a file, sound or not, or null when it has none in its first megabyte. `full`: where its full chain begins. */
export function walkFirst(path: string, full: string = GENESIS): WalkedEntry | null {
  let first: WalkedEntry | null = null;
  const onEntry = (entry: WalkedEntry): void => {
    first ??= entry;
  };
  walkBytes(readRange(path, 0, CHUNK_BYTES), { segment: 0, file: '', full, onEntry, onBreak: () => undefined });
  return first;
}
