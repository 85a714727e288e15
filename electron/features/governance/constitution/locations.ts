import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { GovernanceSettings } from '../../../../shared/model/settings.ts';
import { AppError } from '../../../kernel/errors.ts';
import { toKey } from '../../../kernel/names.ts';

/** Where the constitution lies. `keys` are relative to the workspace with POSIX separators; everything else is absolute. */
export interface Locations {
  workspace: string;
  root: string;
  canon: string;
  metaDoctrine: string;
  immuneDoctrine: string;
  immuneSystem: string;
  auditLog: string;
  metaAuditLog: string;
  archive: string;
  keys: {
    root: string;
    canon: string;
    metaDoctrine: string;
    immuneDoctrine: string;
    immuneSystem: string;
    auditLog: string;
    metaAuditLog: string;
    archive: string;
  };
}

/** Paths of the settings made absolute. @throws AppError `unsafe-path` when one of them leaves the workspace */
export function locate(workspace: string, { root, documents, archive }: GovernanceSettings): Locations {
  const rootFolder = below(workspace, root);
  const paths = {
    canon: below(rootFolder, documents.canon),
    metaDoctrine: below(rootFolder, documents.metaDoctrine),
    immuneDoctrine: below(rootFolder, documents.immuneDoctrine),
    immuneSystem: below(rootFolder, documents.immuneSystem),
    auditLog: below(rootFolder, documents.auditLog),
    metaAuditLog: below(rootFolder, documents.metaAuditLog),
    archive: below(rootFolder, archive),
  };
  const key = (path: string): string => keyOf(workspace, path);
  return {
    workspace,
    root: rootFolder,
    ...paths,
    keys: {
      root: key(rootFolder),
      canon: key(paths.canon),
      metaDoctrine: key(paths.metaDoctrine),
      immuneDoctrine: key(paths.immuneDoctrine),
      immuneSystem: key(paths.immuneSystem),
      auditLog: key(paths.auditLog),
      metaAuditLog: key(paths.metaAuditLog),
      archive: key(paths.archive),
    },
  };
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
