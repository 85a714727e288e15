const FIRST_MS = 1000;
const LONGEST_MS = 5 * 60_000;
/** Who ran for this long did not crash at start: the pauses begin anew. */
const WELL_MS = 10 * 60_000;

/** How long to wait before the next start: twice as long after each quick end, up to five minutes; never given up, or nobody would be on guard. Pure. */
export function nextPause(before: number | null, ranMs: number): number {
  if (before === null || ranMs >= WELL_MS) return FIRST_MS;
  return Math.min(LONGEST_MS, before * 2);
}

/** Whether an end was meant: a new start would come to the same. `signal`: of the operating system. Pure. */
export const wasMeant = (code: number | null, signal: NodeJS.Signals | null): boolean =>
  signal === null && (code === 0 || code === 64 || code === 129 || code === 130 || code === 143);
