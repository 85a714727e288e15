import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainNameOf } from '../../../../../electron/features/updates/survey/name-conflicts.ts';
import { createParticipation } from '../../../../../electron/features/updates/survey/participation.ts';
import { isProtected } from '../../../../../electron/features/updates/survey/protected.ts';
import { isCacheable, isTrusted } from '../../../../../electron/features/updates/survey/stat-cache-rule.ts';
import { looksStreamed } from '../../../../../electron/features/updates/survey/stream-root.ts';
import { defaultSettings } from '../../../../../shared/model/settings.ts';

describe('protected paths', () => {
  const archives = ['.tmp/archive'];

  test.each([
    '.git', '.git/config', 'a/.git/hooks/x.sh', '.GIT/x.md', '.g\u200cit/x.md', '.git./x.md', '.git /x.md', 'git~1/config.txt', '.git::$INDEX_ALLOCATION/x.md',
    '.nightguard/state.db', '.env', '.env.production.json', 'a/.Envrc.md', '.env:stream.md', 'nightguard.yaml', 'sub/NightGuard.YAML', 'nightguard.yaml.',
    '.tmp/archive/a.py', '.TMP/Archive/a.py', '.tmp./archive/a.py', 'docs/AUDIT_LOG.md', 'audit_log.MD', 'META_AUDIT_LOG.md',
  ])('%j is', (key) => expect(isProtected(key, archives)).toBe(true)); // prettier-ignore

  test.each([
    '.github/workflows/a.yml',
    '.gitignore.md',
    'env.md',
    'agents/environment.py',
    '.tmp/archived.md',
    '.tmp/other.md',
    'MY_AUDIT_LOG.md.txt',
    'nightguard.yaml.md',
  ])('%j is not', (key) => expect(isProtected(key, archives)).toBe(false));

  test('the archive is found however its setting is written', () => {
    for (const path of ['kept/archive', './kept/archive/', 'kept\\archive', 'Kept/Archive']) {
      expect(isProtected('kept/archive/2026/a.py', [path])).toBe(true);
      expect(isProtected('kept/archives/a.py', [path])).toBe(false);
    }
  });

  test('every archive that there ever was is', () => {
    const all = ['new', 'old', '.tmp/archive'];
    expect(['new/a.md', 'OLD/a.md', '.tmp/archive/a.md'].every((key) => isProtected(key, all))).toBe(true);
    expect(['news/a.md', 'older/a.md', 'a.md'].some((key) => isProtected(key, all))).toBe(false);
  });

  test('no case and no Unicode form gets around it', () => {
    const cases = fc.constantFrom('.git/a.md', 'x/.env.md', '.tmp/archive/b.py', 'a/AUDIT_LOG.md').chain((path) =>
      fc.array(fc.boolean(), { minLength: path.length, maxLength: path.length }).map((flips) => path.replace(/./g, (letter: string, at: number) => (flips[at] === true ? letter.toUpperCase() : letter))),
    ); // prettier-ignore
    fc.assert(fc.property(cases, (key) => isProtected(key, archives)));
  });
});

describe('what takes part', () => {
  const { include } = defaultSettings().updates;
  const rules = (exclude: string[] = [], ...driveIgnore: string[]): ReturnType<typeof createParticipation> =>
    createParticipation({ include, exclude, driveIgnore });

  test('noise, pointers, the marker and the manifest never do', () => {
    const all = createParticipation({ include: ['*'], exclude: [], driveIgnore: [] });
    const noise = ['.tmp.driveupload/a.py', 'x/.tmp.drivedownload/a.py', 'desktop.ini', 'a/Icon\r', '.DS_Store', 'Thumbs.db', '._a.py', '~$plan.md', '.nightguard-core.json', 'MANIFEST.json']; // prettier-ignore
    expect(noise.filter((key) => all.file(key))).toEqual([]);
    expect(['sub/MANIFEST.json', 'icons.md', 'Desktop.md'].every((key) => all.file(key))).toBe(true);
  });

  test('the default list of suffixes means the same to the fast and to the full matcher', () => {
    const full = createParticipation({ include: [...include, '/no such folder/*.never'], exclude: [], driveIgnore: [] });
    const segment = fc.stringMatching(/^[\w][\w .-]{0,8}$/);
    const suffix = fc.constantFrom('.py', '.PY', '.md', '.png', '', '.tar.gz', '.tsx');
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 3 }), segment, suffix, (folders, stem, end) => {
        // A folder called like a file is a matter of taste: gitignore would let in all that it holds.
        fc.pre(folders.every((folder) => !folder.includes('.')) && !/[ .]$/.test(stem + end));
        const key = [...folders, stem + end].join('/');
        return rules().file(key) === full.file(key);
      }),
    );
  });

  test('exclusions are gitignore rules, and one list cannot let in what another keeps out', () => {
    const participation = rules(['drafts/', '*.test.py'], 'secret/\n# comment\n!*.test.py\n', '!drafts/\n');
    expect(['a.py', 'drafts/a.py', 'x/drafts/a.py', 'a.test.py', 'secret/b.md', 'drafts.py'].map(participation.file)).toEqual([
      true,
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(participation.folder('x/secret')).toBe(false);
  });

  test('patterns in NFD match names in NFC', () => {
    expect(rules(['초안/'.normalize('NFD')]).file('초안/a.md'.normalize('NFC'))).toBe(false);
  });
});

describe('the memory of hashes', () => {
  const stamp = fc.record({ ino: fc.bigInt({ min: 1n, max: 9n }), size: fc.bigInt({ min: 0n, max: 9n }), mtimeNs: fc.bigInt({ min: 0n, max: 9n }), ctimeNs: fc.bigInt({ min: 0n, max: 9n }) }); // prettier-ignore

  test('is trusted exactly when inode, size, mtime and ctime are equal', () => {
    fc.assert(
      fc.property(stamp, fc.constantFrom('ino', 'size', 'mtimeNs', 'ctimeNs'), (one, part) => {
        return isTrusted(one, { ...one }) && !isTrusted(one, { ...one, [part]: one[part] + 1n });
      }),
    );
  });

  test('never takes in a file that may still be written within the same tick', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000_000 }),
        fc.integer({ min: -10_000, max: 100 }),
        fc.bigInt({ min: 1n, max: 999_999n }),
        (ctimeMs, after, ns) => {
          const ctimeNs = BigInt(ctimeMs) * 1_000_000n + ns;
          return !isCacheable({ ino: 1n, size: 1n, mtimeNs: 0n, ctimeNs }, ctimeMs + after);
        },
      ),
    );
  });

  test('waits longer where times are whole seconds', () => {
    const at = (ctimeNs: bigint): { ino: bigint; size: bigint; mtimeNs: bigint; ctimeNs: bigint } => ({
      ino: 1n,
      size: 1n,
      mtimeNs: 0n,
      ctimeNs,
    });
    expect(isCacheable(at(5_000_000_000n), 7_000)).toBe(false);
    expect(isCacheable(at(5_000_000_000n), 9_001)).toBe(true);
    expect(isCacheable(at(5_000_000_001n), 5_102)).toBe(true);
  });
});

test("a number that Drive puts behind a name is told from a name's own", () => {
  expect(['plan (1).md', 'a/plan (12).tar.gz', 'plan (2)', 'plan(1).md', 'plan (0).md', ' (1).md', 'a/ (1).md', 'plan (1) b.md'].map(plainNameOf)).toEqual([
    'plan.md', null, 'plan', null, null, null, null, null,
  ]); // prettier-ignore
});

test('a root in stream mode is known by its place, not by an English name', () => {
  const disks: Record<string, string[]> = { 'G:\\': ['.shortcut-targets-by-id', '내 드라이브'], 'C:\\': ['Users'] };
  const streamed = (platform: NodeJS.Platform, path: string): boolean =>
    looksStreamed({ path, platform, listDisk: (disk) => disks[disk] ?? [] });
  expect(streamed('win32', 'G:\\내 드라이브\\Core')).toBe(true);
  expect(streamed('win32', 'C:\\Users\\kim\\My Drive\\Core')).toBe(false);
  expect(streamed('win32', '\\\\server\\share\\Core')).toBe(false);
  expect(streamed('darwin', '/Users/kim/Library/CloudStorage/GoogleDrive-kim@example.com/내 드라이브/Core')).toBe(true);
  expect(streamed('darwin', '/Users/kim/My Drive/Core')).toBe(false);
  expect(streamed('linux', '/home/kim/Core')).toBe(false);
});
