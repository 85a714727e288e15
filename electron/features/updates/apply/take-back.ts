import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { errnoOf, messageOf } from '../../../kernel/errors.ts';
import { copyProven, hashOrNull, linkOrRename, sameInode, stampOrNull, type FileStamp } from './file-work.ts';

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
  /** The whole set was in place: what has the new content is ours, and somebody may have used it. */
  live: boolean;
  /** Where the applied bytes go when they have been live; null when nobody can have seen them. */
  keepApplied: string | null;
  /** Where bytes of somebody else go that were written at the last moment. */
  keepForeign: string;
}

/** What became of the file, and which bytes were kept where they were to go. */
export interface TakeBackOutcome {
  /** `left`: it stays as somebody made it; `failed`: the disk would not let us, and it is to be tried again. */
  state: 'restored' | 'untouched' | 'left' | 'failed';
  /** The target has exactly the bytes from before: proven, so that no archived copy of them is needed. */
  isAsBefore: boolean;
  keptApplied: boolean;
  keptForeign: boolean;
  /** Why it was left or failed, where it is not simply somebody's change. */
  problem: string | null;
}

/** Trouble that may pass: the journal stays open, and the next act tries again. */
const MAY_PASS = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE', 'EBUSY']);

/**
 * Idempotent: killed half-way, it does the rest when it is called again. Looks at the disk, believes nothing else.
 * Never throws: what goes wrong with one file must not keep the others from being put back.
 */
export function takeBackFile(job: TakeBackJob): TakeBackOutcome {
  const outcome: TakeBackOutcome = {
    state: 'untouched',
    isAsBefore: true,
    keptApplied: false,
    keptForeign: false,
    problem: null,
  };
  try {
    undo(job, outcome);
  } catch (error) {
    outcome.state = MAY_PASS.has(errnoOf(error) ?? '') ? 'failed' : 'left';
    outcome.isAsBefore = false;
    outcome.problem = messageOf(error);
  }
  return outcome;
}

function undo(job: TakeBackJob, outcome: TakeBackOutcome): void {
  const current = hashOrNull(job.target);
  if (current === job.beforeHash) {
    outcome.keptForeign = settleCaptured(job);
  } else if (current === null || (current === job.afterHash && isOurs(job))) {
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
  if (job.archived !== null) rmSync(`${job.archived}.part`, { force: true });
}

/** The new content may have been put there by somebody else: only what the release itself left behind proves that it was us. */
function isOurs({ live, target, slot, beforeHash }: TakeBackJob): boolean {
  if (live) return true;
  if (beforeHash !== null) return stampOrNull(`${slot}.old`) !== null && stampOrNull(`${slot}.new`) === null;
  return sameInode(`${slot}.new`, target) || stampOrNull(`${slot}.placed`) !== null;
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
    mkdirSync(dirname(again), { recursive: true });
    rmSync(again, { force: true });
    copyProven({ from: archived, to: again, hash: beforeHash, mode: beforeMode });
    renameSync(again, target);
  }
}

/** The captured name is not needed any more; bytes in it that are nowhere else are kept. */
function settleCaptured({ target, slot, beforeHash, archived, keepForeign }: TakeBackJob): boolean {
  const captured = `${slot}.old`;
  if (sameInode(captured, target)) {
    rmSync(captured);
    return false;
  }
  return discardCaptured({ captured, hash: beforeHash, stamp: null, archived, keepAt: keepForeign });
}

/** The captured file after all went well: thrown away, unless its bytes are nowhere else. */
export interface DiscardJob {
  captured: string;
  /** What is archived. */
  hash: string | null;
  /** The state in which it was archived; null when only the content can tell. */
  stamp: FileStamp | null;
  /** The archived copy. */
  archived: string | null;
  keepAt: string;
}

/** Returns true when the bytes were kept at `keepAt`, because somebody had written into them at the last moment. */
export function discardCaptured({ captured, hash, stamp, archived, keepAt }: DiscardJob): boolean {
  const now = stampOrNull(captured);
  if (now === null) return false;
  const unchanged = stamp === null ? hashOrNull(captured) === hash : now.size === stamp.size && now.mtimeNs === stamp.mtimeNs;
  const isArchived = unchanged && archived !== null && isCopy(archived, now, stamp === null ? hash : null);
  // The archive was cleaned by somebody meanwhile: this is the last copy, and it goes back where the archive expects it.
  const place = unchanged && archived !== null && stampOrNull(archived) === null ? archived : keepAt;
  if (!isArchived) {
    mkdirSync(dirname(place), { recursive: true });
    linkOrRename(captured, place);
  }
  rmSync(captured, { force: true });
  return !isArchived && place === keepAt;
}

/** By its size, which is cheap and was proven when it was written; by its content where a crash lies between. */
const isCopy = (path: string, { size }: FileStamp, hash: string | null): boolean =>
  hash === null ? stampOrNull(path)?.size === size : hashOrNull(path) === hash;
