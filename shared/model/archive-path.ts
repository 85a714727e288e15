import { bareName, isProtectedName } from './protected-names.ts';

/** The setting as it is used: without `./` in front and slashes behind. */
export const plainArchivePath = (path: string): string => path.replace(/^(?:\.\/+)+/, '').replace(/\/+$/, '');

/** Whether a plain path may hold the archive: below the workspace on every system, and nobody else's place. */
export const isArchivePath = (plain: string): boolean => plain.split('/').every(isFolderOfOurs);

/** What may be set, as the end of a sentence. */
export const ARCHIVE_PATH_RULE =
  'a folder below the workspace, with / between names, such as .tmp/archive; no .. and no backslash or colon, and nothing in .git, .nightguard, .env…, nightguard.yaml or the audit logs';

function isFolderOfOurs(segment: string): boolean {
  const bare = bareName(segment);
  if (bare.trim() === '' || bare === '.' || bare === '..' || segment === '..') return false;
  return !NOT_IN_NAMES.test(segment) && segment.isWellFormed() && !isProtectedName(bare);
}

/** Backslash and colon separate or begin paths on Windows. */
const NOT_IN_NAMES = /[\\:\p{Cc}\p{Zl}\p{Zp}]/u;
