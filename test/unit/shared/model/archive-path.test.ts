import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isProtected } from '../../../../electron/features/updates/survey/protected.ts';
import { parseSettings } from '../../../../electron/kernel/settings-file/index.ts';
import { isArchivePath, plainArchivePath } from '../../../../shared/model/archive-path.ts';
import { defaultSettings, settingsSchema } from '../../../../shared/model/settings.ts';

const set = (path: string): string => settingsSchema.parse({ updates: { archive: { path } } }).updates.archive.path;

describe('where the archive may be', () => {
  test.each([
    ['.tmp/archive/', '.tmp/archive'],
    ['./.tmp/archive', '.tmp/archive'],
    ['././/kept//', 'kept'],
    ['보관/옛 것', '보관/옛 것'],
    ['.tmp/archive', '.tmp/archive'],
  ])('%j is used as %j', (given, used) => expect(set(given)).toBe(used));

  test.each([
    '', '.', './', '/', '/mnt/backup', '..', '../archive', 'a/../../b', 'a/.. /b', 'a//b', 'a/./b', 'C:/archive', 'C:\\archive', 'kept\\archive', 'a\0b', 'a\nb',
    '.git', '.git/archive', 'a/.GIT/b', '.g\u200cit/b', '.nightguard', '.nightguard/staging/archive', '.nightguard/state.db', 'nightguard.yaml', '.env', '.env.d/archive', 'AUDIT_LOG.md', '...', ' /a',
  ])('%j is refused', (path) => expect(settingsSchema.safeParse({ updates: { archive: { path } } }).success).toBe(false)); // prettier-ignore

  test('a refusal names file, line and what is allowed', () => {
    const text = 'updates:\n  when: manual\n  archive:\n    path: .git/archive\n';
    expect(parseSettings(text, 'nightguard.yaml')).toMatchObject({
      ok: false,
      problem: { file: 'nightguard.yaml', line: 4, path: 'updates.archive.path' },
    });
    const result = parseSettings(text, 'nightguard.yaml');
    expect(result.ok ? '' : result.problem.message).toMatch(
      /^updates\.archive\.path must be a folder below the workspace.*such as \.tmp\/archive.*found "\.git\/archive"\.$/,
    );
  });

  test('no allowed place is protected for another reason than being the archive', () => {
    const segment = fc.constantFrom(
      'a',
      '.git',
      '.Git.',
      '.nightguard',
      '.env',
      '.envrc',
      '.tmp',
      'nightguard.yaml',
      'audit_log.md',
      'git~1',
      '..',
      '',
    );
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 4 }), (segments) => {
        const path = plainArchivePath(segments.join('/'));
        return !isArchivePath(path) || !isProtected(`${path}/a.md`, []);
      }),
    ); // prettier-ignore
  });

  test('the default is allowed', () => expect(isArchivePath(defaultSettings().updates.archive.path)).toBe(true));
});
