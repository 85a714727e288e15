import { accessSync, constants, statSync } from 'node:fs';
import { readMarker } from '../survey/root-marker.ts';

/** What tells the watched folder from another one of the same name. */
export interface RootIdentity {
  inode: string;
  marker: string | null;
}

export type RootVerdict =
  | { state: 'same' }
  /** The folder is not there, or cannot be read. */
  | { state: 'missing'; detail: string }
  /** Another folder stands in its place: watches on the old one hear nothing. */
  | { state: 'replaced' }
  /** The same folder, but its marker is gone or another one: it may be an emptied or older Core. */
  | { state: 'unmarked' };

/** Null when the folder is not there or cannot be listed. */
export function identifyRoot(source: string): RootIdentity | null {
  try {
    const stat = statSync(source, { bigint: true });
    if (!stat.isDirectory()) return null;
    accessSync(source, constants.R_OK | constants.X_OK);
    const marker = readMarker(source);
    return { inode: `${stat.dev}:${stat.ino}`, marker: marker.state === 'present' ? marker.id : null };
  } catch {
    // Whatever the reason, a root that cannot be looked at proves nothing; the survey reports the reason.
    return null;
  }
}

/** Compares the root with what it was when the watches were set. */
export function verifyRoot(source: string, known: RootIdentity): RootVerdict {
  const now = identifyRoot(source);
  if (now === null) return { state: 'missing', detail: `${source} is not there` };
  if (now.inode !== known.inode) return { state: 'replaced' };
  return known.marker !== null && now.marker !== known.marker ? { state: 'unmarked' } : { state: 'same' };
}
