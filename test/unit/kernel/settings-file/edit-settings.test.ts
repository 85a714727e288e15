import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commentsOf } from '../../../../electron/kernel/settings-file/text-lines.ts';
import { editSettings, parseSettings, renderDefaultSettings } from '../../../../electron/kernel/settings-file/index.ts';
import type { Settings } from '../../../../shared/model/settings.ts';

const settingsOf = (text: string): Settings => {
  const result = parseSettings(text, 'f');
  if (!result.ok) throw new Error(result.problem.message);
  return result.settings;
};

const SAMPLE = `# top
updates:   # ours
    source:   "/Core"    # where

    # the list
    include: # which
    - '*.py'   # scripts
    # between
    - "*.md"
    - '*.txt' # text
    brake: {files: 7,  percent: 9} # brake
    quietSeconds:  5
    # last word
`;

test.each([
  [['updates', 'source'], '/한글 Core: x', `source:   "/한글 Core: x"    # where`],
  [['updates', 'quietSeconds'], 30, 'quietSeconds:  30\n'],
  [['updates', 'brake', 'files'], 50, 'brake: {files: 50,  percent: 9} # brake'],
  [['updates', 'when'], 'manual', '    when: manual\n'],
  [['updates', 'exclude'], ['a b', '*.tmp'], '    exclude: [a b, "*.tmp"]\n'],
  [['updates', 'archive', 'retention', 'last'], 3, '    archive: {retention: {last: 3}}\n'],
])('changing %j to %j touches only its own place', (path, value, expected) => {
  const edited = editSettings(SAMPLE, [{ path, value }]);
  expect(edited).toContain(expected);
  const own = (line: string): boolean => !line.includes(`${path[1]}:`);
  expect(edited.split('\n').filter(own)).toEqual(SAMPLE.split('\n').filter(own));
});

test('a list in lines of its own keeps the comments of the lines that stay, and those of the lines that go', () => {
  const edited = editSettings(SAMPLE, [{ path: ['updates', 'include'], value: ['*.py', '*.toml', '*.txt'] }]);
  expect(edited).toContain(`    include: # which
    - '*.py'   # scripts
    # between
    - "*.toml"
    - '*.txt' # text
`);
  expect(commentsOf(editSettings(edited, [{ path: ['updates', 'include'], value: ['*.md'] }]))).toEqual(commentsOf(SAMPLE));
});

test('taking a key away brings the default back, and keeps its comment', () => {
  const edited = editSettings(SAMPLE, [{ path: ['updates', 'source'], value: undefined }]);
  expect(settingsOf(edited).updates.source).toBeUndefined();
  expect(commentsOf(edited)).toEqual(commentsOf(SAMPLE));
});

test('a value goes below its commented default, and Windows line ends stay', () => {
  const text = renderDefaultSettings({ source: '/Core', comments: true }).replaceAll('\n', '\r\n');
  const edited = editSettings(text, [{ path: ['updates', 'when'], value: 'ritual' }]);
  expect(edited).toContain('  # when: immediate\r\n  when: ritual\r\n');
  expect(edited.replaceAll('\r\n', '')).not.toContain('\n');
  expect(settingsOf(edited).updates.when).toBe('ritual');
});

test.each(['', '# only a comment\n', 'updates:\n', 'updates: {}\n', 'updates: # c\n  # d\n', 'updates:\n  when: manual'])(
  'a value can be put into a file that holds little: %j',
  (text) => {
    const edited = editSettings(text, [{ path: ['updates', 'source'], value: '/x' }]);
    expect(settingsOf(edited).updates.source).toBe('/x');
    expect(commentsOf(edited)).toEqual(commentsOf(text));
  },
);

test('a file with an error is never rewritten', () => {
  expect(() => editSettings('updates:\n\twhen: x\n', [{ path: ['updates', 'when'], value: 'manual' }])).toThrow(/error/);
});

test('nothing changes when nothing is to be changed', () => {
  expect(editSettings(SAMPLE, [{ path: ['updates', 'quietSeconds'], value: 5 }])).toBe(SAMPLE);
});

describe('whatever is changed, in whatever order', () => {
  const glob = fc.constantFrom('*.py', '*.md', '*.txt', '# no comment', 'a: b', "it's", '한글/*', 'true', '12', '- x', '*.{a,b}');
  const change = fc.oneof(
    fc.record({ path: fc.constant(['updates', 'source']), value: fc.string({ minLength: 1, unit: 'grapheme' }) }),
    fc.record({ path: fc.constantFrom(['updates', 'include']), value: fc.array(glob, { minLength: 1, maxLength: 5 }) }),
    fc.record({
      path: fc.constant(['updates', 'exclude']),
      value: fc.option(fc.array(glob, { maxLength: 4 }), { nil: undefined }),
    }),
    fc.record({ path: fc.constant(['updates', 'when']), value: fc.constantFrom('immediate', 'ritual', 'manual', undefined) }),
    fc.record({ path: fc.constant(['updates', 'brake', 'files']), value: fc.integer({ min: 1, max: 999 }) }),
    fc.record({
      path: fc.constant(['updates', 'archive', 'retention', 'daily']),
      value: fc.option(fc.nat(99), { nil: undefined }),
    }),
    fc.record({
      path: fc.constant(['updates', 'verify']),
      value: fc.array(fc.record({ run: glob, timeoutSeconds: fc.integer({ min: 1, max: 99 }) }), { maxLength: 2 }),
    }),
    fc.record({ path: fc.constant(['updates', 'allowStream']), value: fc.boolean() }),
  );
  const start = fc.constantFrom(
    SAMPLE,
    `\uFEFF${SAMPLE.replaceAll('\n', '\r\n')}`,
    renderDefaultSettings({ source: '/Core', comments: true }),
    'updates: # c\n',
  );

  test('every comment stays and every value is what was asked for', () => {
    fc.assert(
      fc.property(start, fc.array(change, { maxLength: 6 }), (text, changes) => {
        const edited = editSettings(text, changes);
        const left = commentsOf(edited);
        for (const comment of commentsOf(text)) expect(left).toContain(comment);
        const settings = settingsOf(edited);
        const last = new Map(changes.map(({ path, value }) => [path.join('.'), { path, value }]));
        for (const { path, value } of last.values()) {
          if (value === undefined) continue;
          expect(path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], settings)).toEqual(value);
        }
      }),
      { numRuns: 300 },
    );
  });
});

test.each([
  ['__proto__', 'polluted'],
  ['updates', '__proto__', 'polluted'],
  ['constructor', 'prototype', 'polluted'],
])('a key that every object has is no setting: %s %s %s', (...path) => {
  const keys = path.filter((key) => key !== undefined);
  expect(() => editSettings('updates:\n  quietSeconds: 10\n', [{ path: keys, value: true }])).toThrow(
    expect.objectContaining({ code: 'usage' }),
  );
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('a file that is no list of settings is not changed', () => {
  expect(() => editSettings('just words\n', [{ path: ['updates', 'when'], value: 'manual' }])).toThrow(
    expect.objectContaining({ code: 'settings-invalid' }),
  );
});
