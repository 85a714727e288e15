import type { LeafField, PlainValue, SettingPath, SettingsForm, FormField } from '../../../../shared/model/settings-form.ts';

/** The value at a path of plain data; undefined where there is none. */
export function valueAt(root: PlainValue | null | undefined, path: SettingPath): PlainValue | undefined {
  let at: PlainValue | null | undefined = root;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Array.isArray(at) ? at[Number(step)] : at[step];
  }
  return at ?? undefined;
}

/** A path as the guardian names it in a problem: `updates.verify[0].run`. */
export const dotted = (path: SettingPath): string =>
  path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`),
    '',
  );

/** What stands in force when the key is not in the file, as one line; null where nothing does. */
export function shownFallback({ fallback }: LeafField): string | null {
  if (fallback === undefined || fallback === null || fallback === '') return null;
  if (Array.isArray(fallback)) return fallback.length === 0 ? null : shortened(fallback.map(String)).join(', ');
  return typeof fallback === 'object' ? null : String(fallback);
}

/** Lists longer than this are shown when they are asked for. */
export const LONGEST_OPEN = 6;

const shortened = (items: readonly string[]): readonly string[] =>
  items.length > LONGEST_OPEN ? [...items.slice(0, 4), '…'] : items;

/** Whether a value of the file says something else than the default. */
export const differs = (value: PlainValue | undefined, { fallback }: LeafField): boolean =>
  value !== undefined && JSON.stringify(value) !== JSON.stringify(fallback);

/** What is typed into a number's field: a number where it is one, nothing where it is empty, else the text for the checker to refuse. */
export function typedNumber(typed: string): number | string | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  return /^-?\d{1,15}(\.\d{1,9})?$/.test(text) ? Number(text) : text;
}

/** What a new group holds before anything is filled in: only what must be there. */
export const freshGroup = (fields: readonly LeafField[]): { [key: string]: PlainValue } =>
  Object.fromEntries(fields.filter(({ presence }) => presence === 'required').map((field) => [field.key, freshValue(field)]));

function freshValue(field: LeafField): PlainValue {
  if (field.kind === 'choice') return field.options[0] ?? '';
  if (field.kind === 'number') return field.least ?? 0;
  if (field.kind === 'switch') return false;
  return field.kind === 'text' ? '' : [];
}

const says = (field: FormField, wanted: string): boolean =>
  [field.label, field.help, field.key].some((text) => text.toLowerCase().includes(wanted));

/** The sections with only those fields whose name, help or key has the words. A section that has them stays whole. */
export function found(form: SettingsForm, words: string): SettingsForm {
  const wanted = words.trim().toLowerCase();
  return wanted === '' ? form : below(form, wanted).filter((field) => field.kind === 'section');
}

const below = (fields: readonly FormField[], wanted: string): FormField[] =>
  fields.flatMap((field): FormField[] => {
    if (says(field, wanted)) return [field];
    if (field.kind === 'section') {
      const inner = below(field.fields, wanted);
      return inner.length === 0 ? [] : [{ ...field, fields: inner }];
    }
    return 'fields' in field && field.fields.some((one) => says(one, wanted)) ? [field] : [];
  });
