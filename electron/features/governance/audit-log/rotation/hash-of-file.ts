import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** SHA-256 (hex) of a file's first `bytes`, all by default, in constant memory. */
export function hashOfFile(path: string, bytes = Number.POSITIVE_INFINITY): string {
  const digest = createHash('sha256');
  const chunk = Buffer.allocUnsafe(1 << 20);
  const descriptor = openSync(path, 'r');
  try {
    for (let left = bytes; left > 0;) {
      const read = readSync(descriptor, chunk, 0, Math.min(chunk.length, left), null);
      if (read === 0) break;
      digest.update(chunk.subarray(0, read));
      left -= read;
    }
    return digest.digest('hex');
  } finally {
    closeSync(descriptor);
  }
}
