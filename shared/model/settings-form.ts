import { z } from 'zod';

/** What the control of a setting is made of. Plain data: it goes to the panel and into the reference. */

const text = z.string();
const named = {
  /** The key in its section; empty for the items of a plain list. */
  key: text,
  label: text,
  help: text,
};
/** `false`: something must be there. `optional`: nothing is as good as the key left out. */
const presence = z.enum(['optional', 'required', 'defaulted']);

const value = z.json();
const switchField = z.object({ ...named, kind: z.literal('switch'), presence, fallback: value.optional() });
const choiceField = z.object({
  ...named,
  kind: z.literal('choice'),
  presence,
  fallback: value.optional(),
  options: z.array(text),
});
const numberField = z.object({
  ...named,
  kind: z.literal('number'),
  presence,
  fallback: value.optional(),
  whole: z.boolean(),
  least: z.number().optional(),
  most: z.number().optional(),
  /** As in the key's name: `Seconds`, `MB`, `Percent`. */
  unit: z.enum(['seconds', 'minutes', 'hours', 'days', 'megabytes', 'percent', 'dollars']).optional(),
});
const textField = z.object({
  ...named,
  kind: z.literal('text'),
  presence,
  fallback: value.optional(),
  /** Whether an empty text is a value of its own. */
  mayBeEmpty: z.boolean(),
});
const plainFields = [switchField, choiceField, numberField, textField] as const;
const listField = z.object({
  ...named,
  kind: z.literal('list'),
  presence,
  fallback: value.optional(),
  /** How many items there must be at least. */
  atLeast: z.number(),
  of: z.enum(['text', 'number']),
});
const itemField = z.discriminatedUnion('kind', [...plainFields, listField]);
/** Repeated groups of fields: in an order (`groups`), or by names (`named`). */
const groupsField = z.object({
  ...named,
  kind: z.enum(['groups', 'named']),
  presence,
  fallback: value.optional(),
  fields: z.array(itemField),
  /** The one field that stands for the whole group where the others are empty. */
  short: text.optional(),
});
const leafField = z.discriminatedUnion('kind', [...plainFields, listField, groupsField]);
export type LeafField = z.infer<typeof leafField>;
export type ItemField = z.infer<typeof itemField>;
export type ListField = z.infer<typeof listField>;
export type GroupsField = z.infer<typeof groupsField>;
export type NumberField = z.infer<typeof numberField>;
export type TextField = z.infer<typeof textField>;
export type Unit = NonNullable<NumberField['unit']>;

/** Settings that belong together. */
export interface SectionField {
  key: string;
  label: string;
  help: string;
  kind: 'section';
  fields: FormField[];
}
export type FormField = LeafField | SectionField;

const sectionField: z.ZodType<SectionField> = z.lazy(() =>
  z.object({ ...named, kind: z.literal('section'), fields: z.array(z.union([leafField, sectionField])) }),
);

/** All sections of the file, in its order. */
export const settingsFormSchema = z.array(sectionField);
export type SettingsForm = SectionField[];

/** A YAML value as plain data. */
export const plainValueSchema = z.json();
export type PlainValue = z.infer<typeof plainValueSchema>;

/** Where in the file a value stands: keys, and places in lists. */
export const settingPathSchema = z
  .array(z.union([z.string().min(1).max(200), z.number().int().nonnegative().max(10_000)]))
  .min(1)
  .max(8);
export type SettingPath = z.infer<typeof settingPathSchema>;

/** One change of the file's text. */
export const settingEditSchema = z.strictObject({
  path: settingPathSchema,
  /** `remove` takes the key away, so that the default is in force, or the item out of its list. */
  change: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('set'), value: plainValueSchema }),
    z.strictObject({ kind: z.literal('remove') }),
  ]),
});
export type SettingEdit = z.infer<typeof settingEditSchema>;
