import { expect, test } from 'vitest';
import { settingsForm } from '../../../../electron/kernel/settings-file/index.ts';
import {
  differs,
  dotted,
  found,
  freshGroup,
  typedNumber,
  valueAt,
} from '../../../../renderer/features/settings/form/setting-values.ts';
import type { FormField, SettingsForm } from '../../../../shared/model/settings-form.ts';

const form = settingsForm('en');
const keys = (fields: readonly FormField[]): string[] =>
  fields.flatMap((field) => (field.kind === 'section' ? [field.key, ...keys(field.fields)] : [field.key]));
const inSection = (sections: SettingsForm, key: string): string[] => keys(sections.filter((one) => one.key === key));

test('a search finds a section by its name with all that is in it, and a field by its help or its key', () => {
  expect(keys(found(form, 'Quiet Hours'))).toEqual(['alerts', 'quietHours', 'enabled', 'from', 'to', 'morningReport']);
  expect(inSection(found(settingsForm('ko'), '방해 금지'), 'alerts')).toContain('quietHours');
  expect(keys(found(form, 'restartSignal'))).toContain('processes');
  expect(found(form, 'no such words')).toEqual([]);
  expect(found(form, '  ')).toEqual(form);
});

test('a number is what it means; an empty one is the default, anything else is left to the checker', () => {
  expect([' 20 ', '-1', '0.5', '', 'soon', '1e9', '0x10'].map(typedNumber)).toEqual([
    20,
    -1,
    0.5,
    undefined,
    'soon',
    '1e9',
    '0x10',
  ]);
});

test('values are found by keys and places; a place is written as the checker names it', () => {
  const written = { updates: { verify: [{ run: 'a' }, { run: 'b' }], when: null } };
  expect(valueAt(written, ['updates', 'verify', 1, 'run'])).toBe('b');
  expect([valueAt(written, ['updates', 'when']), valueAt(written, ['x', 'y']), valueAt(null, ['x'])]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(dotted(['updates', 'verify', 1, 'run'])).toBe('updates.verify[1].run');
});

test('a value differs from the default by what it says, and a new group holds only what must be there', () => {
  const updates = form.find(({ key }) => key === 'updates')!;
  const leaf = (key: string) => {
    const field = updates.fields.find((one) => one.key === key);
    if (field === undefined || field.kind === 'section') throw new Error(`no field ${key}`);
    return field;
  };
  expect([10, 11, undefined].map((value) => differs(value, leaf('quietSeconds')))).toEqual([false, true, false]);
  const verify = leaf('verify');
  expect('fields' in verify && freshGroup(verify.fields)).toEqual({ run: '' });
});
