import type { ReleaseKind } from '../../../../shared/model/updates.ts';
import { sha256 } from '../../../kernel/hash.ts';
import type { Act } from '../../../kernel/ports/audit.ts';
import { describeSet, textsOf } from './describe-set.ts';
import type { ReleaseHeader } from './journal.ts';
import type { ReleaseItem } from './prepare.ts';

const ACTS: Readonly<Record<ReleaseKind, string>> = {
  update: 'update.apply',
  rollback: 'rollback.apply',
  fix: 'annealing.apply-patch',
};

/** A release as it is judged: who does what to which files, and the hash of exactly that. */
export function actOf(
  workspace: string,
  { kind, of, trigger, items, summary }: ReleaseHeader & { items: readonly ReleaseItem[] },
): Act {
  const byPerson = trigger === 'panel' || trigger === 'tray' || trigger === 'terminal';
  const changes = items
    .map(({ path, before, after }) => ({ path, before, after: after?.hash ?? null }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    type: ACTS[kind],
    target: of ?? `${items.length} files`,
    actor: `${byPerson ? 'person' : 'nightguard'} (${trigger})`,
    paths: items.map((item) => item.path),
    contentHash: sha256(JSON.stringify(changes)),
    summary: summary ?? summaryOf(kind, of, changes),
    diff: () => describeSet(workspace, items, kind === 'fix' ? 'fix' : 'Core'),
    // Going back is not asked to go forward: a rollback has no next version.
    ...(kind === 'rollback' ? {} : { contents: (path) => textsOf(workspace, items, path) }),
  };
}

/** More names than this nobody reads in a sentence. */
const MOST_NAMES = 5;

function summaryOf(kind: ReleaseHeader['kind'], of: string | null, changes: readonly { path: string }[]): string {
  const files = `${changes.length} ${changes.length === 1 ? 'file' : 'files'}`;
  const what = kind === 'rollback' ? `Roll back ${files}${of === null ? '' : ` of ${of}`}` : `Apply ${files} from Core`;
  const names = changes.slice(0, MOST_NAMES).map(({ path }) => path);
  return `${what}: ${names.join(', ')}${changes.length > MOST_NAMES ? ', …' : ''}`;
}
