import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { GovernanceSettings } from '../../../../shared/model/settings.ts';
import { AppError } from '../../../kernel/errors.ts';
import { toKey } from '../../../kernel/names.ts';

type Place = 'root' | 'canon' | 'metaDoctrine' | 'immuneDoctrine' | 'immuneSystem' | 'auditLog' | 'metaAuditLog' | 'archive';

/** Where the constitution lies. `keys` are relative to the workspace with POSIX separators; everything else is absolute. */
export interface Locations extends Record<Place, string> {
  workspace: string;
  keys: Record<Place, string>;
}

/** Paths of the settings made absolute. @throws AppError `unsafe-path` when one of them leaves the workspace */
export function locate(workspace: string, { root: folder, documents, archive }: GovernanceSettings): Locations {
  const root = below(workspace, folder);
  const places: Record<Place, string> = {
    root,
    canon: below(root, documents.canon),
    metaDoctrine: below(root, documents.metaDoctrine),
    immuneDoctrine: below(root, documents.immuneDoctrine),
    immuneSystem: below(root, documents.immuneSystem),
    auditLog: below(root, documents.auditLog),
    metaAuditLog: below(root, documents.metaAuditLog),
    archive: below(root, archive),
  };
  const keys = Object.entries(places).map(([place, path]) => [place, keyOf(workspace, path)]);
  return { workspace, ...places, keys: Object.fromEntries(keys) as Record<Place, string> };
}

/** Whether the workspace has an immune system: its folder or its doctrine. Looked at each time. */
export const hasConstitution = ({ immuneSystem, immuneDoctrine }: Pick<Locations, 'immuneSystem' | 'immuneDoctrine'>): boolean =>
  existsSync(immuneSystem) || existsSync(immuneDoctrine);

/** The key of an absolute path below `folder`; '' is the folder itself. */
export const keyOf = (folder: string, path: string): string => toKey(relative(folder, path).split(sep).join('/'));

function below(folder: string, path: string): string {
  const target = resolve(join(folder, path));
  const away = relative(folder, target);
  if (isAbsolute(path) || away === '..' || away.startsWith(`..${sep}`) || isAbsolute(away)) {
    throw new AppError('unsafe-path', `The path ${JSON.stringify(path)} in the settings does not stay inside ${folder}.`);
  }
  return target;
}
