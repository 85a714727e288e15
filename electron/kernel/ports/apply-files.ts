import type { Trigger } from '../../../shared/model/updates.ts';

/** New content for a file that is there. */
export interface FileChange {
  /** Relative to the workspace, POSIX separators. */
  path: string;
  /** SHA-256 in hex of what must be there now; anything else is left alone. */
  beforeHash: string;
  /** UTF-8. */
  text: string;
}

/** Contents that were made here, to be applied as one release. */
export interface FileSet {
  /** What it mends, for people. */
  of: string;
  summary: string;
  files: readonly FileChange[];
}

export type FilesApplied =
  | { outcome: 'applied'; release: string }
  /** A person must decide first; asked again after that, it is carried out. */
  | { outcome: 'held'; reason: string }
  | { outcome: 'denied'; reason: string }
  /** Taken back by itself; every file is as it was. */
  | { outcome: 'rolled-back' | 'failed'; release: string; reason: string };

export type FilesTakenBack =
  | { outcome: 'taken-back'; release: string }
  /** Nothing of it was there any more. */
  | { outcome: 'gone' }
  /** Somebody changed the file since, or it could not be done. */
  | { outcome: 'left'; reason: string };

/** Applies contents as updates are applied: judged, archived, journalled, verified, and taken back in one step. */
export interface ApplyFiles {
  /** @throws AppError `changed-meanwhile`, `unsafe-path`, `locked`, `cancelled`, `disk-full` */
  apply(set: FileSet, trigger: Trigger): Promise<FilesApplied>;
  /** Takes a release back where every file is as it left it. @throws AppError `locked`, `cancelled` */
  takeBack(release: string): Promise<FilesTakenBack>;
}
