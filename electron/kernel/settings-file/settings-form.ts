import type {
  FormField,
  GroupsField,
  ItemField,
  LeafField,
  SectionField,
  SettingsForm,
  Unit,
} from '../../../shared/model/settings-form.ts';
import { settingTexts } from '../../../shared/locales/settings/index.ts';
import { settingsJsonSchema, type JsonSchema } from './json-schema.ts';

type Language = 'en' | 'ko';
type Presence = LeafField['presence'];
interface Named {
  key: string;
  label: string;
  help: string;
}

/** The form of `nightguard.yaml`: a field for each setting, made from the schema. Throws where the schema has a shape without a control. */
export function settingsForm(language: Language, schema: JsonSchema = settingsJsonSchema()): SettingsForm {
  return Object.entries(schema.properties ?? {}).map(([key, section]) => sectionOf(section, [key], language));
}

function sectionOf(schema: JsonSchema, path: readonly string[], language: Language): SectionField {
  return { ...namedAt(schema, path, language), kind: 'section', fields: fieldsOf(schema, path, language) };
}

const fieldsOf = (schema: JsonSchema, path: readonly string[], language: Language): FormField[] =>
  Object.entries(schema.properties ?? {}).map(([key, property]) => {
    const at = [...path, key];
    if (property.properties !== undefined) return sectionOf(property, at, language);
    return leafOf(property, at, presenceOf(schema, key, property), language);
  });

function leafOf(schema: JsonSchema, path: readonly string[], presence: Presence, language: Language): LeafField {
  const group = groupOf(schema);
  if (group === undefined) return itemOf(schema, path, presence, language);
  const fields = Object.entries(group.item.properties ?? {}).map(([key, property]) =>
    itemOf(property, [...path, key], presenceOf(group.item, key, property), language),
  );
  return { ...namedAt(schema, path, language), ...fallbackOf(schema), kind: group.kind, presence, fields, ...group.short };
}

function itemOf(schema: JsonSchema, path: readonly string[], presence: Presence, language: Language): ItemField {
  const base = { ...namedAt(schema, path, language), ...fallbackOf(schema), presence };
  if (schema.type === 'boolean') return { ...base, kind: 'switch' };
  if (schema.enum !== undefined) return { ...base, kind: 'choice', options: schema.enum.map(String) };
  if (isNumber(schema)) return { ...base, kind: 'number', ...boundsOf(schema), ...unitOf(base.key) };
  if (schema.type === 'array' && (schema.items?.type === 'string' || isNumber(schema.items)))
    return { ...base, kind: 'list', atLeast: schema.minItems ?? 0, of: schema.items?.type === 'string' ? 'text' : 'number' };
  if (isText(schema)) return { ...base, kind: 'text', mayBeEmpty: mayBeEmpty(schema) };
  throw new Error(`There is no control for the setting ${path.join('.')}.`);
}

/** What repeats in a list of groups, or in groups by name. */
function groupOf(schema: JsonSchema): { kind: GroupsField['kind']; item: JsonSchema; short?: { short: string } } | undefined {
  if (typeof schema.additionalProperties === 'object') return { kind: 'named', item: schema.additionalProperties };
  const { items } = schema;
  if (items?.properties !== undefined) return { kind: 'groups', item: items };
  const item = items?.anyOf?.find(({ properties }) => properties !== undefined);
  const plain = items?.anyOf?.find(({ properties }) => properties === undefined);
  const short = Object.entries(item?.properties ?? {}).find(([, { type }]) => type === plain?.type)?.[0];
  if (item === undefined || short === undefined) return undefined;
  // Where the short form will do, only what it says must be there.
  return { kind: 'groups', item: { ...item, required: [short] }, short: { short } };
}

const presenceOf = (section: JsonSchema, key: string, { default: fallback }: JsonSchema): Presence => {
  if (fallback !== undefined && fallback !== null) return 'defaulted';
  return section.required?.includes(key) === true ? 'required' : 'optional';
};

const isNumber = (schema: JsonSchema | undefined): boolean => schema?.type === 'integer' || schema?.type === 'number';

/** A text, or one of several things that are all written as one. */
const isText = ({ type, anyOf }: JsonSchema): boolean =>
  type === 'string' || (anyOf?.every((one) => one.type === 'null' || isNumber(one) || isText(one)) ?? false);

const mayBeEmpty = ({ minLength = 0, pattern, format, anyOf }: JsonSchema): boolean => {
  if (anyOf !== undefined) return anyOf.some(({ const: only }) => only === '');
  return minLength === 0 && format === undefined && (pattern === undefined || new RegExp(pattern, 'u').test(''));
};

function boundsOf({ type, minimum, exclusiveMinimum, maximum }: JsonSchema): { whole: boolean; least?: number; most?: number } {
  const whole = type === 'integer';
  const least = minimum ?? (exclusiveMinimum !== undefined && whole ? exclusiveMinimum + 1 : exclusiveMinimum);
  return { whole, ...(least === undefined ? {} : { least }), ...(maximum === undefined ? {} : { most: maximum }) };
}

const UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/Seconds$/, 'seconds'],
  [/Minutes$/, 'minutes'],
  [/Hours$/, 'hours'],
  [/Days$/, 'days'],
  [/M[Bb]$/, 'megabytes'],
  [/^percent$|Percent$/, 'percent'],
  [/Usd$|Price$/, 'dollars'],
];

/** Keys carry their unit in their name. */
function unitOf(key: string): { unit?: Unit } {
  const unit = UNITS.find(([name]) => name.test(key))?.[1];
  return unit === undefined ? {} : { unit };
}

const fallbackOf = ({ default: fallback }: JsonSchema): { fallback?: LeafField['fallback'] } =>
  fallback === undefined ? {} : { fallback: fallback as LeafField['fallback'] };

function namedAt(schema: JsonSchema, path: readonly string[], language: Language): Named {
  const key = path.at(-1) ?? '';
  const [english, korean, help] = settingTexts[path.join('.')] ?? [key, key, schema.description ?? ''];
  return language === 'ko' ? { key, label: korean, help } : { key, label: english, help: schema.description ?? '' };
}
