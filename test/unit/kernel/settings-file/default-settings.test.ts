import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  parseSettings,
  renderDefaultSettings,
  settingsJsonSchema,
  settingsReference,
} from '../../../../electron/kernel/settings-file/index.ts';
import { defaultSettings } from '../../../../shared/model/settings.ts';

test.each(['en', 'ko'] as const)('a new settings file (%s) loads without problems and sets only the source', (language) => {
  for (const source of ['/home/한글 이름/Core: "a" #1', 'C:\\Users\\me\\내 드라이브\\Core', null]) {
    for (const comments of [true, false]) {
      const result = parseSettings(renderDefaultSettings({ source, language, comments }), 'f');
      const expected = defaultSettings();
      if (source !== null) expected.updates.source = source;
      expect(result.ok && result.settings).toEqual(expected);
    }
  }
});

test('each setting is there with its description, and taking the comment signs away gives the defaults', () => {
  const text = renderDefaultSettings({ source: '/Core', comments: true });
  const schema = settingsJsonSchema().properties?.['updates'];
  for (const [name, property] of Object.entries(schema?.properties ?? {})) {
    expect(text).toMatch(new RegExp(`^ {2}(?:# )?${name}:`, 'm'));
    if (property.description !== undefined) expect(text).toContain(property.description);
  }
  // Sections inside are commented once: the first sign away makes them whole.
  const sections = Object.values(settingsJsonSchema().properties ?? {});
  const known = sections.flatMap((section) => Object.keys(section.properties ?? {})).join('|');
  const lines = text
    .split('\n')
    .map((line) =>
      new RegExp(`^ {2}# (?:(?:${known}):(?: \\S|$)| {2,})`).test(line) && !line.startsWith('  # immediate: as')
        ? line.replace('# ', '')
        : line,
    );
  const result = parseSettings(lines.join('\n'), 'f');
  expect(result.ok ? result.settings : result.problem).toEqual({
    ...defaultSettings(),
    updates: { ...defaultSettings().updates, source: '/Core' },
  });
});

test('the published schema is up to date (run `node build/schema/write.ts`)', () => {
  const path = join(import.meta.dirname, '../../../../build/schema/nightguard.schema.json');
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(JSON.stringify(settingsJsonSchema())));
});

test.each([
  ['en', 'REFERENCE.md'],
  ['ko', 'REFERENCE.ko.md'],
] as const)('the reference of the settings is up to date (%s; run `npm run schema`)', (language, name) => {
  const path = join(import.meta.dirname, '../../../../electron/features/settings', name);
  // The formatter lines the columns of tables up.
  const plain = (text: string): string => text.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---');
  expect(plain(readFileSync(path, 'utf8'))).toBe(plain(settingsReference(language)));
});
