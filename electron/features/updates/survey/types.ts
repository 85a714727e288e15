import type { HeldReason } from '../../../../shared/model/updates.ts';

/** One side's file, as it was read. `mode` holds the executable bits only (0o111). Times are epoch milliseconds. */
export interface Side {
  /** Relative to its root, POSIX separators, spelt as on disk: for I/O. */
  path: string;
  hash: string;
  size: number;
  mode: number;
  /** The later of mtime and ctime: when the bytes arrived on this disk, whatever mtime pretends. */
  arrivedAt: number;
}

/** One path with its three contents. Rows on which all three agree are not reported. */
export interface SurveyRow {
  /** NFC, POSIX separators: the identity of the file on both sides. */
  key: string;
  base: string | null;
  source: Side | null;
  local: Side | null;
  /** Something that keeps the file from being compared or written: symbolic link, collision, placeholder, too large, … */
  obstacle: { reason: HeldReason; detail: string } | null;
}

export interface SurveyCounts {
  sourceFiles: number;
  /** Files that Core and workspace had in common when the survey began. */
  baseFiles: number;
  /** Of those, how many are no longer in Core. */
  missingFromSource: number;
  /** Google Docs pointers and the like. */
  pointers: number;
  /** How many files had to be read and hashed, and their bytes: the work that was really done. */
  hashed: number;
  hashedBytes: number;
}

export interface ManifestVerdict {
  state: 'absent' | 'complete' | 'incomplete' | 'invalid';
  detail: string;
}

export interface Survey {
  rows: SurveyRow[];
  counts: SurveyCounts;
  manifest: ManifestVerdict;
  /** The latest arrival among files that differ from base; 0 when nothing differs. */
  youngestArrival: number;
  full: boolean;
}

/** `full` walks both trees; `folders` looks only at these folders (keys, '' is the root) and below removed ones. */
export type SurveyScope = { kind: 'full' } | { kind: 'folders'; folders: string[] };

export interface SurveyRequest {
  databasePath: string;
  workspace: string;
  source: string;
  include: string[];
  exclude: string[];
  maxFileBytes: number;
  /** Relative to the workspace; never written by an update. */
  archivePath: string;
  allowStream: boolean;
  scope: SurveyScope;
}

/** Sent while a survey runs, for the progress bar. */
export interface SurveyProgress {
  done: number;
  total: number;
}
