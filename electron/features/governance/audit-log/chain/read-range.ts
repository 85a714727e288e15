import { closeSync, openSync, readSync } from 'node:fs';

/** Bytes of the file from `from` to `to`; fewer when it ends before. */
export function readRange(path: string, from: number, to: number): Buffer {
  const bytes = Buffer.alloc(Math.max(to - from, 0));
  const descriptor = openSync(path, 'r');
  try {
    let done = 0;
    while (done < bytes.length) {
      const read = readSync(descriptor, bytes, done, bytes.length - done, from + done);
      if (read === 0) break;
      done += read;
    }
    return bytes.subarray(0, done);
  } finally {
    closeSync(descriptor);
  }
}
