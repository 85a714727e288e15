import { joinKey } from '../../../kernel/names.ts';

/** `<archive>/<name>/<time>`, where nothing is yet. */
export const archivePathOf = (archive: string, name: string, now: number, isFree: (path: string) => boolean): string =>
  freePath(joinKey(archive, `${folderName(name)}/${compactUtc(now)}`), isFree);

/** Two structures of one name that go in the same second do not share a folder. */
function freePath(path: string, isFree: (path: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? path : `${path}-${number}`;
    if (isFree(candidate)) return candidate;
  }
}

/** Letters; a letter takes up to four of the 255 bytes that a name may have. */
const LONGEST_NAME = 60;

/** A name from a document as the name of a folder: nothing in it may lead elsewhere. */
function folderName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N} _-]+/gu, '-')
    .replaceAll(/^[-. ]+|[-. ]+$/g, '');
  const safe = Array.from(plain).slice(0, LONGEST_NAME).join('').trimEnd();
  return safe === '' ? 'structure' : safe;
}

/** `2026-02-15T03-00-00Z`: a time that may be a folder's name everywhere. */
const compactUtc = (ms: number): string =>
  new Date(ms)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');
