import type { FoundFile, Obstacle } from './entries.ts';
import { sideOf } from './entries.ts';
import type { ManifestSums } from './manifest.ts';
import { caseCollisions, duplicateNames } from './name-conflicts.ts';
import type { BaseEntry } from './observations.ts';
import { isProtected } from './protected.ts';
import type { SurveyRow } from './types.ts';

export interface CompareInput {
  source: ReadonlyMap<string, FoundFile>;
  local: ReadonlyMap<string, FoundFile>;
  /** Only entries that take part and that were looked at. */
  base: ReadonlyMap<string, BaseEntry>;
  /** Folders of Core that nothing is known of. */
  blocked: ReadonlyMap<string, Obstacle>;
  manifest: ManifestSums | null;
  /** Relative to the workspace: the archive as it is set, and those of earlier settings. */
  archivePaths: readonly string[];
  allowStream: boolean;
  now: number;
}

export interface Comparison {
  rows: SurveyRow[];
  /** Both sides have this content now: an observation, not a decision. */
  agreed: { key: string; hash: string }[];
}

interface NameConflicts {
  collisions: ReadonlyMap<string, Obstacle>;
  duplicates: ReadonlyMap<string, Obstacle>;
}

/** Puts the three contents of each path side by side. Pure. */
export function compare(input: CompareInput): Comparison {
  const { source, local, base } = input;
  const isSettled = (file: FoundFile): boolean => file.hash !== null && base.get(file.key)?.hash === file.hash;
  // Most surveys find that everything agrees: only a difference asks for the names beside it.
  let conflicts: NameConflicts | undefined;
  const nameConflict = (key: string): Obstacle | null => {
    conflicts ??= { collisions: caseCollisions(source), duplicates: duplicateNames(source, isSettled) };
    return conflicts.collisions.get(key) ?? conflicts.duplicates.get(key) ?? null;
  };
  const result: Comparison = { rows: [], agreed: [] };
  const look = (key: string): void => {
    const mine = local.get(key);
    const theirs = source.get(key);
    const ancestor = base.get(key) ?? null;
    if (theirs !== undefined && theirs.hash !== null && theirs.hash === mine?.hash) {
      // Protected files stay out of the base: an update may not remove them either.
      if (theirs.hash !== ancestor?.hash && !isProtected(key, input.archivePaths)) result.agreed.push({ key, hash: theirs.hash });
      return;
    }
    const obstacle = obstacleOf(input, key, theirs, mine, ancestor, nameConflict);
    if (obstacle === 'nothing') return;
    const sides = { source: sideOf(theirs, input.now), local: sideOf(mine, input.now) };
    result.rows.push({ key, base: ancestor?.hash ?? null, ...sides, obstacle });
  };
  for (const key of source.keys()) look(key);
  for (const key of base.keys()) if (!source.has(key)) look(key);
  for (const [key, obstacle] of input.blocked) result.rows.push({ key, base: null, source: null, local: null, obstacle });
  return result;
}

/** What keeps Core's change from being taken; `nothing` when the path is none of an update's business. */
function obstacleOf(
  input: CompareInput,
  key: string,
  theirs: FoundFile | undefined,
  mine: FoundFile | undefined,
  base: BaseEntry | null,
  nameConflict: (key: string) => Obstacle | null,
): Obstacle | null | 'nothing' {
  if (isProtected(key, input.archivePaths)) {
    return theirs === undefined ? 'nothing' : { reason: 'protected', detail: 'an update never writes this file' };
  }
  if (theirs === undefined) return base === null || base.gone ? null : (mine?.obstacle ?? null);
  if (theirs.obstacle !== null) return theirs.obstacle;
  // Core still has what both had: whatever stands in the way here does not matter until Core changes.
  if (theirs.hash === base?.hash) return null;
  return (
    placeholderOf(theirs, input.allowStream) ??
    nameConflict(key) ??
    mine?.obstacle ??
    manifestObstacle(input.manifest, key, theirs.hash)
  );
}

/** Small files may live in the inode itself, without a block (ext4, btrfs). */
const INLINE_BYTES = 4096n;

/** A file of a Drive stream folder that is not on this disk: reading it would download it. */
export const isPlaceholder = (file: FoundFile): boolean => file.blocks === 0 && (file.stamp?.size ?? 0n) > INLINE_BYTES;

/** The obstacle of a placeholder, unless streams are allowed. */
export const placeholderOf = (file: FoundFile, allowStream: boolean): Obstacle | null =>
  allowStream || !isPlaceholder(file) ? null : { reason: 'placeholder', detail: 'its content is in the cloud, not on this disk' };

function manifestObstacle(sums: ManifestSums | null, key: string, hash: string | null): Obstacle | null {
  if (sums === null) return null;
  const listed = sums.get(key);
  if (listed === undefined) return { reason: 'manifest-missing', detail: 'MANIFEST.json does not list it' };
  if (listed === hash) return null;
  return {
    reason: 'manifest-mismatch',
    detail: `MANIFEST.json promises ${listed.slice(0, 12)}…, the file is ${hash?.slice(0, 12) ?? 'unread'}…`,
  };
}
