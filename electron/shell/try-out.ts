import type { TryOut } from '../../shared/model/adding.ts';
import type { CycleResult } from '../../shared/model/updates.ts';

/** More is counted, not listed. */
const MOST_FILES = 200;

const WHAT: Readonly<Record<string, TryOut['files'][number]['what']>> = { NEW: 'new', MODIFIED: 'modified', DELETED: 'deleted' };

/** What a dry run found, as a person reads it before the first update. */
export function tryOutOf({ status, reason, entries, held, heldSet }: CycleResult): TryOut {
  const planned = entries.flatMap(({ type, relative_path: path, status: state }) => {
    const what = WHAT[type];
    return what === undefined || state !== 'PLANNED' ? [] : [{ path, what }];
  });
  const files = [...planned, ...held.map(({ path }) => ({ path, what: 'held' as const }))];
  const count = (what: TryOut['files'][number]['what']): number => files.filter((file) => file.what === what).length;
  return {
    state: status === 'FAILED' ? 'could-not-check' : 'looked',
    reason: reason ?? heldSet?.reasons[0]?.detail ?? null,
    counts: { new: count('new'), modified: count('modified'), deleted: count('deleted'), held: count('held') },
    files: files.slice(0, MOST_FILES),
  };
}
