import type { RollbackFile } from '../../../../shared/model/updates.ts';
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

/** Goal of going back behind one piece of work on a file; `latest` is the newest work on it. */
export const goalOfWork = (row: PastRow, latest: PastRow | null): Goal => ({ ...goalBefore(row, row), latest });

/** Goals of going back to a moment: for each file, behind the earliest work after it. `rows` are oldest first. */
export function goalsOfTime(rows: readonly PastRow[]): Goal[] {
  return [...Map.groupBy(rows, (row) => row.key).values()].flatMap((work) => {
    const first = work[0];
    const last = work.at(-1);
    if (first === undefined || last === undefined) return [];
    const reject = work.flatMap((row) => rejectionOf(row));
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
    reject: rejectionOf(last),
    undoes: [last.release],
  };
}

/** Going back on an update refuses what it brought. Going back on a rollback (an undo) refuses nothing. */
const rejectionOf = (row: PastRow): string[] => (row.kind === 'update' ? [row.after_hash ?? ''] : []);

/** Says for each file what would be done with it. Pure. */
export function planRollback(goals: readonly Goal[], factsOf: (goal: Goal) => Facts): RollbackFile[] {
  return goals.map((goal) => {
    const { current, archiveId } = factsOf(goal);
    const file = { path: goal.path, currentHash: current, targetHash: goal.want.hash, archiveId };
    if (current === goal.want.hash) return { ...file, action: 'unchanged', detail: 'is already as it was' };
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
