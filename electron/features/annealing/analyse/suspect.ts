import type { Analysis } from '../../../../shared/model/annealing.ts';

/** What the updates duty knows of a release. */
export interface KnownRelease {
  id: string;
  /** When it was done, epoch milliseconds. */
  at: number;
  /** Paths that it changed, relative to the workspace. */
  files: readonly string[];
}

/** An error that is first seen this soon after a release makes the release the suspect. */
const SOON_MS = 60 * 60_000;
/** The same where the release changed a file that the error runs through. */
const SOON_IN_FILE_MS = 7 * 24 * 60 * 60_000;

/** The last release before the error was first seen, where it can be to blame. Pure. */
export function suspectOf(firstSeen: number, files: readonly string[], releases: readonly KnownRelease[]): Analysis['suspect'] {
  const last = releases.filter(({ at }) => at <= firstSeen).sort((a, b) => b.at - a.at)[0];
  if (last === undefined) return null;
  const touches = last.files.some((file) => files.includes(file));
  if (firstSeen - last.at > (touches ? SOON_IN_FILE_MS : SOON_MS)) return null;
  return { release: last.id, at: last.at, minutesBefore: Math.floor((firstSeen - last.at) / 60_000) };
}
