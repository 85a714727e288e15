import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadSettings, parseSettings } from '../../../../electron/kernel/settings-file/index.ts';
import { defaultSettings } from '../../../../shared/model/settings.ts';

const problemOf = (text: string): unknown => {
  const result = parseSettings(text, 'nightguard.yaml');
  return result.ok ? 'no problem' : [result.problem.line, result.problem.path, result.problem.message];
};

test.each([
  ['a mistyped key', 'updates:\n  wehn: manual\n', 2, 'updates.wehn', 'Did you mean when?'],
  ['a key in another style', 'updates:\n  # c\n  quiet_seconds: 3\n', 3, 'updates.quiet_seconds', 'Did you mean quietSeconds?'],
  ['a foreign key', 'foo:\n  - 1\n', 1, 'foo', 'Known here: updates'],
  [
    'a word that is not allowed',
    'updates:\n  # x\n  when: soon\n',
    3,
    'updates.when',
    'one of immediate, ritual, manual; found "soon"',
  ],
  [
    'a number out of range',
    'updates:\n  brake:\n    percent: 300\n',
    3,
    'updates.brake.percent',
    'a whole number from 1 to 100; found 300',
  ],
  ['a wrong item of a list', 'updates:\n  include:\n    - "*.py"\n    - 3\n', 4, 'updates.include[1]', 'found 3'],
  ['a missing key', 'updates:\n  verify:\n    - timeoutSeconds: 3\n', 3, 'updates.verify[0].run', 'is missing'],
  ['a value where a section should be', 'updates: 3\n', 1, 'updates', 'a section with the keys source'],
  ['the first of two problems', 'updates:\n  quietSeconds: -1\n  when: soon\n', 2, 'updates.quietSeconds', 'from 0 to 3600'],
  ['a key that is there twice', 'updates:\n  when: manual\n  when: ritual\n', 3, '', 'twice'],
  ['a tab', '\uFEFFupdates:\r\n\twhen: manual\r\n', 2, '', 'Tabs'],
  ['a quotation that never ends', 'updates:\n  source: "x\n  when: manual\n', 2, '', 'Missing closing'],
  ['an alias without an anchor', 'updates:\n  source: *core\n', 2, '', '*core'],
  ['a list', '- 1\n', 1, '', 'keys and values'],
  ['two documents', 'updates: {}\n---\nupdates: {}\n', 2, '', 'one document'],
])('%s is named with its line and what is allowed', (_name, text, line, path, message) => {
  expect(problemOf(text)).toEqual([line, path, expect.stringContaining(message)]);
});

test('anchors that multiply are refused at once', () => {
  const levels = Array.from(
    { length: 9 },
    (_, n) => `a${n + 1}: &a${n + 1} [${Array.from({ length: 9 }, () => `*a${n}`).join(', ')}]`,
  );
  const started = performance.now();
  expect(problemOf(`a0: &a0 [x]\n${levels.join('\n')}\n`)).toEqual([2, '', expect.stringContaining('more than 100 times')]);
  expect(performance.now() - started).toBeLessThan(1000);
});

test.each([
  '',
  '# nothing but a comment\n',
  'updates:\n',
  'updates:\n  # source: x\n',
  'updates:\n  when:\n',
  '\uFEFFupdates: {}\r\n',
])('what is not said means the defaults: %j', (text) => {
  const result = parseSettings(text, 'f');
  expect(result.ok && result.settings).toEqual(defaultSettings());
});

test('a missing file means the defaults; one that is not text, or a folder, is a problem', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nightguard-settings-'));
  try {
    const path = join(folder, 'nightguard.yaml');
    expect(loadSettings(path)).toMatchObject({ ok: true, settings: defaultSettings(), missing: true });
    await writeFile(path, Buffer.from([0x75, 0xff, 0xfe]));
    expect(loadSettings(path)).toMatchObject({ ok: false, problem: { file: path, message: 'The file is not UTF-8 text.' } });
    expect(loadSettings(folder).ok).toBe(false);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
