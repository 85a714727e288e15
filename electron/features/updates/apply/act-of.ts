import { sha256 } from '../../../kernel/hash.ts';
import type { Act } from '../../../kernel/ports/audit.ts';
import { describeSet, textsOf } from './describe-set.ts';
import type { ReleaseHeader } from './journal.ts';
import type { ReleaseItem } from './prepare.ts';

/** A release as it is judged: who does what to which files, and the hash of exactly that. */
export function actOf(workspace: string, { kind, of, trigger, items }: ReleaseHeader & { items: readonly ReleaseItem[] }): Act {
  const byPerson = trigger === 'panel' || trigger === 'tray' || trigger === 'terminal';
  const changes = items
    .map(({ path, before, after }) => ({ path, before, after: after?.hash ?? null }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    type: kind === 'rollback' ? 'rollback.apply' : 'update.apply',
    target: of ?? `${items.length} files`,
    actor: `${byPerson ? 'person' : 'nightguard'} (${trigger})`,
    paths: items.map((item) => item.path),
    contentHash: sha256(JSON.stringify(changes)),
    diff: () => describeSet(workspace, items),
    // Going back is not asked to go forward: a rollback has no next version.
    ...(kind === 'rollback' ? {} : { contents: (path) => textsOf(workspace, items, path) }),
  };
}
