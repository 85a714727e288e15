import { bareName, isProtectedName } from '../../../../shared/model/protected-names.ts';
import { isInside } from '../../../kernel/names.ts';

/** Whether the long look is worth it: hardly any path has one of these beginnings or an unusual letter. */
const SUSPICIOUS = /[^\x20-\x7e]|:|(?:^|\/)(?:\.|git~1|nightguard\.yaml|(?:meta_)?audit_log\.md)/i;

/**
 * Whether an update may never write this path: git's and Nightguard's own data, secrets, settings, the archives and the audit
 * files, at any depth and however a file system lets them be spelt. `archivePaths` are relative to the workspace.
 */
export function isProtected(key: string, archivePaths: readonly string[]): boolean {
  const archives = archivesOf(archivePaths);
  if (!SUSPICIOUS.test(key)) {
    const folded = key.toLowerCase();
    if (!archives.some(({ start }) => folded.startsWith(start))) return false;
  }
  const segments = key.split('/').map(bareName);
  if (segments.some(isProtectedName)) return true;
  const bare = segments.join('/');
  return archives.some((archive) => isInside(bare, archive.key));
}

interface Archive {
  key: string;
  /** Its first folder: most paths begin otherwise. */
  start: string;
}

let last: { paths: readonly string[]; archives: Archive[] } | undefined;

/** Remembers the last answer: one survey asks for thousands of paths with one list. */
function archivesOf(paths: readonly string[]): Archive[] {
  if (last?.paths !== paths) last = { paths, archives: paths.map(archiveOf).filter(({ key }) => key !== '') };
  return last.archives;
}

function archiveOf(path: string): Archive {
  const segments = path.split(/[\\/]+/).filter((segment) => segment !== '' && segment !== '.');
  const bare = segments.map(bareName);
  return { key: bare.join('/'), start: bare[0] ?? '' };
}
