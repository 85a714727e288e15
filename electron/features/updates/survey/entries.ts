import type { BigIntStats } from 'node:fs';
import { stampOf, type FileStamp } from '../../../kernel/hash.ts';
import type { Side, SurveyRow } from './types.ts';

export type Obstacle = NonNullable<SurveyRow['obstacle']>;

/** One file as it was found on one side, before and after it was hashed. */
export interface FoundFile {
  key: string;
  /** Relative to its root, spelt as on disk. */
  path: string;
  stamp: FileStamp | null;
  /** 512-byte blocks that the file occupies. */
  blocks: number;
  mode: number;
  hash: string | null;
  obstacle: Obstacle | null;
}

const EXECUTABLE_BITS = 0o111;
const NANOSECONDS_PER_MS = 1_000_000n;

/** The path for I/O. Not `join`: both parts are in normal form already, and this runs once a file. */
export const onDisk = (root: string, path: string): string => (path === '' ? root : `${root}/${path}`);

/** A file that can be compared once it is hashed. */
export const foundFile = (key: string, path: string, stat: BigIntStats): FoundFile => ({
  key,
  path,
  stamp: stampOf(stat),
  blocks: Number(stat.blocks),
  mode: Number(stat.mode) & EXECUTABLE_BITS,
  hash: null,
  obstacle: null,
});

/** A name with something in its place that cannot be compared. */
export const foundObstacle = (key: string, path: string, reason: Obstacle['reason'], detail: string): FoundFile => ({
  key,
  path,
  stamp: null,
  blocks: 0,
  mode: 0,
  hash: null,
  obstacle: { reason, detail },
});

/** What the plan is told of a file; null as long as its content is not known. */
export function sideOf(file: FoundFile | undefined, now: number): Side | null {
  if (file === undefined || file.stamp === null || file.hash === null) return null;
  return {
    path: file.path,
    hash: file.hash,
    size: Number(file.stamp.size),
    mode: file.mode,
    arrivedAt: arrivalOf(file.stamp, now),
  };
}

/** When the bytes arrived on this disk, epoch milliseconds. An mtime in the future came from elsewhere and tells nothing. */
export function arrivalOf(stamp: Pick<FileStamp, 'mtimeNs' | 'ctimeNs'>, now: number): number {
  const mtime = Number(stamp.mtimeNs / NANOSECONDS_PER_MS);
  const ctime = Number(stamp.ctimeNs / NANOSECONDS_PER_MS);
  return mtime > now ? ctime : Math.max(mtime, ctime);
}
