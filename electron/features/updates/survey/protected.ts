import { foldName, isInside } from '../../../kernel/names.ts';

/** Characters that HFS+ ignores in names: `.g\u200cit` is `.git` there. */
const IGNORED_BY_MACOS = /[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const NAMES = new Set(['.git', 'git~1', '.nightguard', 'nightguard.yaml', 'audit_log.md', 'meta_audit_log.md']);
/** Whether the long look is worth it: hardly any path has one of these beginnings or an unusual letter. */
const SUSPICIOUS = /[^\x20-\x7e]|:|(?:^|\/)(?:\.|git~1|nightguard\.yaml|(?:meta_)?audit_log\.md)/i;

/**
 * Whether an update may never write this path: git's and Nightguard's own data, secrets, settings, the archive and the audit files,
 * at any depth and however a file system lets them be spelt. `archivePath` is relative to the workspace.
 */
export function isProtected(key: string, archivePath: string): boolean {
  const archive = archiveKey(archivePath);
  if (!SUSPICIOUS.test(key) && !key.toLowerCase().startsWith(archive.split('/', 1)[0] ?? '')) return false;
  const segments = key.split('/').map(bareName);
  if (segments.some((segment) => NAMES.has(segment) || segment.startsWith('.env'))) return true;
  return isInside(segments.join('/'), archive);
}

let archiveKeyOfLast: { path: string; key: string } | undefined;

/** Remembers the last answer: one survey asks for thousands of paths with one archive. */
function archiveKey(path: string): string {
  if (archiveKeyOfLast?.path === path) return archiveKeyOfLast.key;
  const segments = path.split(/[\\/]+/).filter((segment) => segment !== '' && segment !== '.');
  const key = segments.map(bareName).join('/');
  archiveKeyOfLast = { path, key };
  return key;
}

/** The name as the most forgetful file system sees it: no case, no ignorable characters, no trailing dots and spaces, no data stream. */
const bareName = (segment: string): string =>
  foldName(
    segment
      .replace(IGNORED_BY_MACOS, '')
      .replace(/:.*$/su, '')
      .replace(/(?<!^)[. ]+$/u, ''),
  );
