import { foldName } from './fold-name.ts';

/** Characters that HFS+ ignores in names: `.g\u200cit` is `.git` there. */
const IGNORED_BY_MACOS = /[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const NAMES = new Set(['.git', 'git~1', '.nightguard', 'nightguard.yaml', 'audit_log.md', 'meta_audit_log.md']);

/** The name as the most forgetful file system sees it: no case, no ignorable characters, no trailing dots and spaces, no data stream. */
export const bareName = (segment: string): string =>
  foldName(
    segment
      .replace(IGNORED_BY_MACOS, '')
      .replace(/:.*$/su, '')
      .replace(/(?<!^)[. ]+$/u, ''),
  );

/** Whether a name, given as `bareName`, is of git, Nightguard, the audit or a secret: nothing but their owner writes to it or below it. */
export const isProtectedName = (bare: string): boolean => NAMES.has(bare) || bare.startsWith('.env');
