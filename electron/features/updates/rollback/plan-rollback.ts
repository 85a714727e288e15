import type { RollbackFile } from '../../../../shared/model/updates.ts';
import { NOT_A_FILE } from '../apply/file-work.ts';
import { releaseId } from '../ledger/release-id.ts';
import type { PastRow } from '../ledger/releases.ts';

/** What one file shall go back to, and what it is expected to be until then. */
export interface Goal {
  key: string;
  path: string;
  want: { hash: string | null; mode: number };
  /** Content after the work that is gone back on; anything else was put there by somebody since. */
  expected: string | null;
  baseAfter: string | null;
  /** Contents from Core that are not to be applied again; '' for a deletion. */
  reject: string[];
  /** Releases that are gone back on, for this file. */
  undoes: number[];
  /** Newest work on the file, to say who changed it since. */
  latest: PastRow | null;
}

/** The present state of a goal's file and whether the wanted bytes can be had. */
export interface Facts {
  current: string | null;
  /** An intact-looking archived copy of the wanted content. */
  archiveId: number | null;
}

/** Goal of going back behind one piece of work on a file. `past` is all finished work on it, newest first. */
export function goalOfWork(row: PastRow, past: readonly PastRow[]): Goal {
  const since = past.filter((one) => one.release >= row.release);
  return { ...goalBefore(row, row), reject: rejectionsOf(since, past), latest: past[0] ?? null };
}

/** Goals of going back to a moment: for each file, behind the earliest work after it. `rows` are oldest first. */
export function goalsOfTime(rows: readonly PastRow[]): Goal[] {
  return [...Map.groupBy(rows, (row) => row.key).values()].flatMap((work) => {
    const first = work[0];
    const last = work.at(-1);
    if (first === undefined || last === undefined) return [];
    const reject = rejectionsOf(work, work);
    return [{ ...goalBefore(first, last), reject, undoes: work.map((row) => row.release), latest: last }];
  });
}

function goalBefore(first: PastRow, last: PastRow): Omit<Goal, 'latest'> {
  return {
    key: first.key,
    path: last.path,
    want: { hash: first.before_hash, mode: first.before_mode ?? 0o644 },
    expected: last.after_hash,
    baseAfter: first.base_before,
    reject: [],
    undoes: [last.release],
  };
}

/**
 * What must not be applied again: all that came from Core in the work that is gone back on. An undo brings back what a person
 * had once refused; going back on the undo refuses it again.
 */
function rejectionsOf(work: readonly PastRow[], past: readonly PastRow[]): string[] {
  const refusedOnce = new Set(past.flatMap((row) => row.rejects));
  const contents = work.map((row) => ({ kind: row.kind, hash: row.after_hash ?? '' }));
  return [...new Set(contents.filter(({ kind, hash }) => kind === 'update' || refusedOnce.has(hash)).map(({ hash }) => hash))];
}

/** Says for each file what would be done with it. Pure. */
export function planRollback(goals: readonly Goal[], factsOf: (goal: Goal) => Facts): RollbackFile[] {
  return goals.map((goal) => {
    const { current, archiveId } = factsOf(goal);
    const file = { path: goal.path, currentHash: current, targetHash: goal.want.hash, archiveId };
    if (current === goal.want.hash) return { ...file, action: 'unchanged', detail: 'is already as it was' };
    if (current === NOT_A_FILE) {
      const detail = 'something that is no file stands in its place: move it away first';
      return { ...file, currentHash: null, action: 'lost', detail };
    }
    if (goal.want.hash !== null && archiveId === null)
      return { ...file, action: 'lost', detail: 'no archived copy of the old content is left' };
    if (current !== goal.expected) return { ...file, action: 'decide', detail: whoChanged(goal, current) };
    return goal.want.hash === null
      ? { ...file, action: 'remove', detail: 'was created by this work' }
      : { ...file, action: 'put-back', detail: '' };
  });
}

function whoChanged(goal: Goal, current: string | null): string {
  if (goal.latest !== null && goal.latest.after_hash === current) return `changed again by ${releaseId(goal.latest.release)}`;
  return current === null ? 'deleted here since' : 'changed here since';
}
