import type { GovernanceSettings } from '../../../../shared/model/settings.ts';
import { baseName } from '../../../kernel/names.ts';
import type { Locations } from '../constitution/index.ts';
import { isNoOwnFile } from '../judgement/index.ts';

/**
 * Files and folders that may change by a logged act only, relative to the workspace: the constitution, the immune system, and those of
 * `governance.guardedPaths` that name one place. A pattern names no place that could be watched; it guards against updates all the same.
 * The settings are not among them: people edit nightguard.yaml by hand, and an alarm that rings each time is soon not heard.
 * Their changes are written down instead. A constitution does not cease to be guarded by being removed.
 */
export function guardedPlaces(settings: GovernanceSettings, locations: Locations, isConstituted: boolean): string[] {
  const { canon, metaDoctrine, immuneDoctrine, immuneSystem, auditLog, metaAuditLog } = locations.keys;
  const documents = [canon, metaDoctrine, immuneDoctrine, immuneSystem];
  const own = isConstituted ? documents : [];
  // Logs grow, and Nightguard's own state changes all the time.
  const isOurs = (path: string): boolean => [auditLog, metaAuditLog, '.nightguard'].includes(path);
  const named = settings.guardedPaths
    .map((path) => path.replace(/^\/|\/$/g, ''))
    .filter((path) => isPlace(path) && !isOurs(path));
  const all = [...new Set([...own, ...named])].filter((path) => path !== '');
  // What lies in a guarded folder is guarded with it.
  return all.filter((path) => !all.some((other) => other !== path && path.startsWith(`${other}/`)));
}

const isPlace = (path: string): boolean =>
  path !== '' && !/[*?![\]\\]/.test(path) && path.split('/').every((part) => !/^\.{0,2}$/.test(part));

/** What grows or is made by itself below the immune system, such as its logs: the hash chain guards them. */
export const isLeftOut = (path: string, isFolder: boolean, { keys }: Locations): boolean =>
  path === keys.auditLog ||
  path === keys.metaAuditLog ||
  (path.startsWith(`${keys.immuneSystem}/`) && isNoOwnFile(baseName(path), isFolder));
