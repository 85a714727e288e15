import type { ActRule, GovernanceSettings } from '../../../../shared/model/settings.ts';

/** Acts that a duty may do without asking, by default. */
export const SILENT_ACTS = [
  'update.apply',
  'rollback.apply',
  'archive.prune',
  'environment.create-folder',
  'environment.install-package',
  'annealing.replay',
  'annealing.ask-ai',
  'healing.create-folder',
  'healing.clear-cache',
  'healing.restart',
  'security.upgrade',
  'ritual.*',
  'hub.message',
  'log.rotate',
];
export const MAJOR_UPGRADES = ['security.upgrade-major', 'environment.upgrade-major'];
export const CODE_PATCHES = ['annealing.apply-patch', 'code.patch'];
export const HELD_RELEASES = ['update.apply-held'];
/** Archiving and removing a structure. */
export const DISSOLUTION = 'dissolution.run';
/** A person's edit of settings other than `governance`, through a door of ours. */
export const SETTINGS_BY_PERSON = 'settings.change';

/** The rules that `governance.acts` stands for. */
export const builtInRules = ({ acts }: GovernanceSettings): ActRule[] => [
  rule('silent acts', acts.silent, SILENT_ACTS),
  rule('major upgrades', acts.majorUpgrades, MAJOR_UPGRADES, 'A new major version may break what uses it.'),
  rule('patches to code', acts.codePatches, CODE_PATCHES, 'Code is changed.'),
  rule('releases held by the brake', acts.heldReleases, HELD_RELEASES, 'The set is larger than the brake lets through.'),
  rule('dissolution', acts.dissolution, [DISSOLUTION], 'A structure is archived and removed.'),
  { ...rule('settings by a person', 'allow', [SETTINGS_BY_PERSON]), actors: ['person *'] },
];

const rule = (name: string, effect: ActRule['effect'], types: string[], reason = ''): ActRule => ({
  name,
  effect,
  types,
  paths: [],
  actors: [],
  reason,
});
