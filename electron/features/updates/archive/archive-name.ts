import { posix } from 'node:path';

/**
 * `<stem>_<YYYYMMDD_HHMMSS><suffix>`, with `_2`, `_3`, … before the suffix where that name is taken:
 * readable by people, in the shape that 97layerOS writes, and never the name of another file's bytes.
 */
export function archiveName(path: string, stamp: string, isTaken: (name: string) => boolean): string {
  const suffix = posix.extname(path);
  const stem = posix.basename(path, suffix);
  for (let copy = 1; ; copy += 1) {
    const name = `${stem}_${stamp}${copy === 1 ? '' : `_${copy}`}${suffix}`;
    if (!isTaken(name)) return name;
  }
}
