import type { PlannedUpgrade } from '../../../../shared/model/security.ts';
import { sha256 } from '../../../kernel/hash.ts';
import type { Act } from '../../../kernel/ports/audit.ts';
import { inWorkspace } from '../inventory/pip-environment.ts';

/** `requests 2.31.0 → 2.32.4`. */
export const nameOf = ({ name, from, to }: Pick<PlannedUpgrade, 'name' | 'from' | 'to'>): string =>
  from === '' ? `${name} ${to} (new)` : `${name} ${from} → ${to}`;

/** An upgrade as it is judged. What moves along is part of it: an approval is for exactly this. */
export function actOf(workspace: string, upgrades: readonly PlannedUpgrade[], places: readonly string[]): Act {
  const major = upgrades.some((one) => one.major);
  const lines = upgrades.map((one) => `${nameOf(one)}${one.clears.length === 0 ? '' : ` (${one.clears.join(', ')})`}`);
  return {
    type: major ? 'security.upgrade-major' : 'security.upgrade',
    target: upgrades
      .filter(({ reason }) => reason !== 'dependency')
      .map(nameOf)
      .join(', '),
    // Whoever started the run: what was approved for the weekly one may be carried out by any.
    actor: 'nightguard (security)',
    paths: places.flatMap((place) => inWorkspace(workspace, place) ?? []),
    contentHash: sha256(JSON.stringify(upgrades.map(({ ecosystem, name, from, to }) => [ecosystem, name, from, to]))),
    risk: major ? 'medium' : 'low',
    summary: `Upgrade ${upgrades.map(nameOf).join(', ')}`,
    diff: () => lines.join('\n'),
  };
}

/** Who asks, as the policy knows them: by itself, or a person at a door. */
export const actorOf = (trigger: string): string =>
  trigger === 'panel' || trigger === 'tray' || trigger === 'terminal' ? `person (${trigger})` : `nightguard (${trigger})`;
