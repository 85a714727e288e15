import type { UnloggedChange } from '../../../../shared/model/governance.ts';
import { sha256 } from '../../../kernel/hash.ts';
import { isInside } from '../../../kernel/names.ts';
import type { Locations } from '../constitution/index.ts';

/** Its files' removals as the one change that they are, bound to all that was there; what else has changed stays as it is. */
export function asOneRemoval(changes: readonly UnloggedChange[], { keys }: Pick<Locations, 'keys'>): UnloggedChange[] {
  const isOwn = ({ path }: UnloggedChange): boolean => isInside(path, keys.immuneSystem) || path === keys.immuneDoctrine;
  const own = changes.filter(isOwn);
  const was = sha256(own.map(({ path, was }) => `${was}  ${path}\n`).join(''));
  const whole = { path: keys.immuneSystem, change: 'removed' as const, was, is: null, since: own[0]?.since ?? null };
  return [{ ...whole, detail: null }, ...changes.filter((change) => !isOwn(change))];
}
