import { isAbsolute, join } from 'node:path';
import type { AdvisorySource } from '../advisories/advisory.ts';
import { createOsvFolder } from '../advisories/osv-folder.ts';
import { createOsvService } from '../advisories/osv-service.ts';
import type { VersionScheme } from '../versions/scheme.ts';
import type { LookContext } from './look-context.ts';

/** The OSV database, as the settings want it. */
export function osvSources({ settings, workspace, ask }: LookContext, scheme: VersionScheme): AdvisorySource[] {
  const { enabled, url, folder, timeoutSeconds } = settings.osv;
  if (!enabled) return [];
  if (folder !== '') return [createOsvFolder({ scheme, folder: isAbsolute(folder) ? folder : join(workspace, folder) })];
  return [createOsvService({ scheme, url, timeoutMs: timeoutSeconds * 1000, ask })];
}
