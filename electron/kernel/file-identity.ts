import type { BigIntStats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { errnoOf } from './errors.ts';

/** What tells two states of a file apart without reading it: a write, a replacement or a move changes one of these. */
export interface FileIdentity {
  dev: bigint;
  ino: bigint;
  size: bigint;
  mtimeNs: bigint;
  ctimeNs: bigint;
}

/** The identity that a stat result shows. */
export const identityFrom = ({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): FileIdentity => ({
  dev,
  ino,
  size,
  mtimeNs,
  ctimeNs,
});

/** The identity of the file at `path`, or null when there is none. Links are followed. */
export async function identityOf(path: string): Promise<FileIdentity | null> {
  try {
    return identityFrom(await stat(path, { bigint: true }));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Whether nothing has happened to the file between the two looks. */
export function sameIdentity(a: FileIdentity | null, b: FileIdentity | null): boolean {
  if (a === null || b === null) return a === b;
  return sameContent(a, b) && a.ctimeNs === b.ctimeNs;
}

/** As `sameIdentity`, but a rename of the file, which sets its ctime, is allowed. */
export const sameContent = (a: FileIdentity, b: FileIdentity): boolean =>
  a.dev === b.dev && a.ino === b.ino && a.size === b.size && a.mtimeNs === b.mtimeNs;
