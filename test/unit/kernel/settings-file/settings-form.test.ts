import { expect, test } from 'vitest';
import { settingsForm, settingsJsonSchema } from '../../../../electron/kernel/settings-file/index.ts';
import { settingTexts } from '../../../../shared/locales/settings/index.ts';
import { settingsFormSchema, type FormField } from '../../../../shared/model/settings-form.ts';

const form = settingsForm('en');

/** Every field with the dotted place of its key; the fields of repeated groups stand below their list. */
const flat = (fields: readonly FormField[], above = ''): [string, FormField][] =>
  fields.flatMap((field): [string, FormField][] => {
    const path = above === '' ? field.key : `${above}.${field.key}`;
    return [[path, field], ...('fields' in field ? flat(field.fields, path) : [])];
  });

/** Every key that the schema knows, found by another way: all `properties` at whatever depth. */
function keysOf(schema: unknown, above = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([name, part]) => {
    if (name !== 'properties') return name === 'default' ? [] : keysOf(part, above);
    return Object.entries(part as object).flatMap(([key, inner]) => {
      const path = above === '' ? key : `${above}.${key}`;
      return [path, ...keysOf(inner, path)];
    });
  });
}

test('every key of the schema has a field, and there is no field besides', () => {
  const fields = flat(form).map(([path]) => path);
  expect(fields.length).toBeGreaterThan(150);
  expect(fields.toSorted()).toEqual([...new Set(keysOf(settingsJsonSchema()))].toSorted());
});

test('a shape without a control is refused, so that no setting is left out unseen', () => {
  const schema = { properties: { updates: { properties: { odd: { anyOf: [{ type: 'boolean' }, { type: 'string' }] } } } } };
  expect(() => settingsForm('en', schema)).toThrow(/updates\.odd/);
});

test('every setting has a name and a description in English and Korean, and no text stands there without a setting', () => {
  const paths = flat(form).map(([path]) => path);
  expect(Object.keys(settingTexts).toSorted()).toEqual(paths.toSorted());
  expect(flat(form).filter(([, { label, help }]) => label.trim() === '' || help.trim() === '')).toEqual([]);
  const korean = flat(settingsForm('ko')).filter(([, { help }]) => !/[가-힣]/.test(help));
  expect(korean.map(([path]) => path)).toEqual([]);
  expect(Object.entries(settingTexts).filter(([, [, , help]]) => /(아요|어요|해요|세요|니다)(?=[.\s]|$)/.test(help))).toEqual([]);
});

test('a Korean name differs from the English one', () => {
  const same = Object.entries(settingTexts).filter(([, [english, korean]]) => english === korean);
  expect(same.map(([path]) => path)).toEqual([]);
});

test('a field tells its kind, bounds, unit and default', () => {
  const at = new Map(flat(form));
  expect(at.get('updates.quietSeconds')).toMatchObject({
    kind: 'number',
    whole: true,
    least: 0,
    most: 3600,
    unit: 'seconds',
    fallback: 10,
  });
  expect(at.get('updates.when')).toMatchObject({
    kind: 'choice',
    options: ['immediate', 'ritual', 'manual'],
    fallback: 'immediate',
  });
  expect(at.get('updates.source')).toMatchObject({ kind: 'text', presence: 'optional', mayBeEmpty: false });
  expect(at.get('annealing.ai.baseUrl')).toMatchObject({ kind: 'text', mayBeEmpty: true });
  expect(at.get('governance.telegram.chatId')).toMatchObject({ kind: 'text', presence: 'optional', mayBeEmpty: false });
  expect(at.get('governance.telegram.approvers')).toMatchObject({ kind: 'groups', short: 'id' });
  expect(at.get('alerts.reminderHours')).toMatchObject({ kind: 'list', of: 'number', atLeast: 1 });
  expect(at.get('rituals.list')).toMatchObject({ kind: 'named' });
});

test.each(['en', 'ko'] as const)('the form is plain data that the contract lets through (%s)', (language) => {
  const plain = settingsForm(language);
  expect(settingsFormSchema.parse(structuredClone(plain))).toEqual(plain);
});
