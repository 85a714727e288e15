import { lstatSync, renameSync, rmSync } from 'node:fs';
import { copyProven, hashOfFile, linkOrRename, stampOrNull, type FileStamp } from './file-work.ts';

/** Undoes what a release did to one file, from whatever point it was interrupted at. */
export interface TakeBackJob {
  target: string;
  /** `.new` and `.old` stand beside it. */
  slot: string;
  beforeHash: string | null;
  beforeMode: number;
  afterHash: string | null;
  /** The archived copy of the bytes from before. */
  archived: string | null;
  /** Where the applied bytes go when they have been live; null when nobody can have seen them. */
  keepApplied: string | null;
  /** Where bytes of somebody else go that were written at the last moment. */
  keepForeign: string;
}

/** What became of the file, and which bytes were kept where they were to go. */
export interface TakeBackOutcome {
  /** `left`: somebody changed the file since; it stays as it is. */
  state: 'restored' | 'untouched' | 'left';
  /** The target has exactly the bytes from before: proven, so that no archived copy of them is needed. */
  isAsBefore: boolean;
  keptApplied: boolean;
  keptForeign: boolean;
}

/** Idempotent: killed half-way, it does the rest when it is called again. Looks at the disk, believes nothing else. */
export function takeBackFile(job: TakeBackJob): TakeBackOutcome {
  const outcome: TakeBackOutcome = { state: 'untouched', isAsBefore: true, keptApplied: false, keptForeign: false };
  const current = hashOrNull(job.target);
  if (current === job.beforeHash) {
    outcome.keptForeign = settleCaptured(job);
  } else if (current === job.afterHash || current === null) {
    outcome.state = 'restored';
    outcome.keptApplied = keepApplied(job, current);
    restore(job);
    outcome.isAsBefore = hashOrNull(job.target) === job.beforeHash;
  } else {
    outcome.state = 'left';
    outcome.isAsBefore = false;
    outcome.keptForeign = settleCaptured(job);
  }
  rmSync(`${job.slot}.new`, { force: true });
  return outcome;
}

function keepApplied({ target, keepApplied: place }: TakeBackJob, current: string | null): boolean {
  if (place === null || current === null) return false;
  linkOrRename(target, place);
  return true;
}

function restore({ target, slot, beforeHash, beforeMode, archived }: TakeBackJob): void {
  const captured = `${slot}.old`;
  if (beforeHash === null) {
    rmSync(target, { force: true });
  } else if (stampOrNull(captured) !== null) {
    renameSync(captured, target);
  } else if (archived !== null) {
    const again = `${slot}.back`;
    rmSync(again, { force: true });
    copyProven({ from: archived, to: again, hash: beforeHash, mode: beforeMode });
    renameSync(again, target);
  }
}

/** The captured name is not needed any more; bytes in it that are nowhere else are kept. */
function settleCaptured({ target, slot, beforeHash, keepForeign }: TakeBackJob): boolean {
  const captured = `${slot}.old`;
  const stamp = stampOrNull(captured);
  if (stamp !== null && stampOrNull(target)?.ino === stamp.ino) {
    rmSync(captured);
    return false;
  }
  return discardCaptured({ captured, hash: beforeHash, stamp: null, keepAt: keepForeign });
}

/** The captured file after all went well: thrown away, unless somebody wrote into it at the last moment. */
export interface DiscardJob {
  captured: string;
  /** What is archived. */
  hash: string | null;
  /** The state in which it was archived; null when only the content can tell. */
  stamp: FileStamp | null;
  keepAt: string;
}

/** Returns true when the bytes were kept at `keepAt`. */
export function discardCaptured({ captured, hash, stamp, keepAt }: DiscardJob): boolean {
  const now = lstatSync(captured, { bigint: true, throwIfNoEntry: false });
  if (now === undefined) return false;
  const unchanged = stamp === null ? hashOfFile(captured) === hash : now.size === stamp.size && now.mtimeNs === stamp.mtimeNs;
  if (unchanged) {
    rmSync(captured);
    return false;
  }
  linkOrRename(captured, keepAt);
  rmSync(captured, { force: true });
  return true;
}

function hashOrNull(path: string): string | null {
  return stampOrNull(path) === null ? null : hashOfFile(path);
}
