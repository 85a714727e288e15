export interface CacheFile {
  /** Relative to the workspace, POSIX separators. */
  path: string;
  bytes: number;
  /** When it was last written. Epoch milliseconds. */
  at: number;
}

export interface CacheRules {
  maxAgeMs: number;
  quotaBytes: number;
}

/** Younger files may be in the making, whatever the quota says. Milliseconds. */
const YOUNGEST_MS = 60 * 60_000;

/** Which cache files may go: those that are too old, and then the oldest until the rest fits. Oldest first. Pure. */
export function planClean(files: readonly CacheFile[], now: number, { maxAgeMs, quotaBytes }: CacheRules): CacheFile[] {
  const oldestFirst = [...files].sort((a, b) => a.at - b.at || (a.path < b.path ? -1 : 1));
  let total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  return oldestFirst.filter(({ at, bytes }) => {
    const age = now - at;
    const goes = age > maxAgeMs || (total > quotaBytes && bytes > 0 && age > YOUNGEST_MS);
    if (goes) total -= bytes;
    return goes;
  });
}
