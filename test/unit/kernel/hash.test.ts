import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, lstatSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { hashFile, sha256, stampOf, type FileStamp } from '../../../electron/kernel/hash.ts';

const folder = mkdtempSync(join(tmpdir(), 'nightguard-hash-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
const write = (content: string | Uint8Array): string => {
  const path = join(folder, `file-${(count += 1)}`);
  writeFileSync(path, content);
  return path;
};
const stamp = (path: string): FileStamp => stampOf(lstatSync(path, { bigint: true }));

describe('the hash of a file', () => {
  test('is the SHA-256 of its bytes, whatever its size', () => {
    const chunk = 1 << 20;
    for (const size of [0, 1, 4096, chunk - 1, chunk, chunk + 1, 2 * chunk, 2 * chunk + 12345]) {
      const bytes = Buffer.alloc(size, 'nightguard');
      const path = write(bytes);
      const outcome = hashFile(path, stamp(path));
      expect(outcome, `${size} bytes`).toEqual({ state: 'hashed', digest: createHash('sha256').update(bytes).digest() });
    }
  });

  test('agrees with the hash of its text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const path = write(text);
        const outcome = hashFile(path, stamp(path));
        return outcome.state === 'hashed' && outcome.digest.toString('hex') === sha256(text);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a file that changed since it was listed', () => {
  test.each<[string, (path: string) => void]>([
    ['grew', (path) => appendFileSync(path, 'more')],
    ['shrank', (path) => writeFileSync(path, '')],
    ['was replaced by another of the same size', (path) => renameSync(write('other'), path)],
    ['vanished', (path) => rmSync(path)],
    [
      'became a link',
      (path) => {
        rmSync(path);
        symlinkSync(write('other'), path);
      },
    ],
  ])('is not hashed when it %s', (_, change) => {
    const path = write('first');
    const before = stamp(path);
    change(path);
    expect(hashFile(path, before)).toEqual({ state: 'changed' });
  });
});

test.runIf(existsSync('/proc/self/mem'))('a read error is told, not thrown', () => {
  const outcome = hashFile('/proc/self/mem', { ...stamp('/proc/self/mem'), size: 10n });
  expect(outcome).toMatchObject({ state: 'unreadable', detail: expect.stringContaining('EIO') as string });
});
